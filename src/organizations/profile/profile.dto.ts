import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { IsBase, IsTimeZone, Line, OptionalLanguages, OptionalLine, OptionalText } from '../fields';
import { RecordedBy } from '../recorded-by.dto';
import {
  CharterSection,
  ContactSection,
  DocumentSection,
  PoliciesSection,
  ServicesSection,
} from './profile-sections.dto';

const Section = (section: Class, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: section, description }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => section),
  );

/** What a team says of itself, after RFC 2350; all but the name may be left out. */
export class OrganizationProfile {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Banking Sector CERT', description: '2.1 Name' })
  @Line(200)
  name: string;

  @OptionalLine(40, '2.1 Short name', 'BankCERT') short_name?: string;

  @ApiPropertyOptional({ example: 'Asia/Karachi', description: '2.3 Time zone, by its IANA name' })
  @IsOptional()
  @IsTimeZone()
  time_zone?: string;

  @OptionalLine(500, 'Working hours, in the time zone', 'Monday to Friday, 09:00 to 17:00')
  working_hours?: string;

  @OptionalLanguages() languages?: string[];

  @Section(DocumentSection, '1 Document information') document?: DocumentSection;
  @Section(ContactSection, '2 Contact information') contact?: ContactSection;
  @Section(CharterSection, '3 Charter') charter?: CharterSection;
  @Section(PoliciesSection, '4 Policies') policies?: PoliciesSection;
  @Section(ServicesSection, '5 Services') services?: ServicesSection;

  @OptionalText(8000, '6 Incident reporting forms') incident_reporting_forms?: string;
  @OptionalText(8000, '7 Disclaimers') disclaimers?: string;
}

export class ChangeProfileBody extends OrganizationProfile {
  @ApiProperty({ minimum: 0, description: 'The version that you have read; 0 where there is none yet' })
  @IsBase()
  base: number;
}

export class OrganizationProfileView extends OrganizationProfile {
  @ApiProperty({ example: 3 }) version: number;
  @ApiProperty({ format: 'date-time' }) updated_at: string;
}

export class ProfileVersionView extends OrganizationProfileView {
  @ApiProperty({ type: RecordedBy, description: 'Who made this version' }) recorded_by: RecordedBy;
}

export class ProfileVersionPage {
  @ApiProperty({ type: [ProfileVersionView], description: 'The newest first' })
  items: ProfileVersionView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}
