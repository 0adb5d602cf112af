import { ApiProperty, OmitType } from '@nestjs/swagger';
import { KINDS } from '../agreements.dto';
import { ROLES } from '../clauses.dto';
import { GrantDto } from '../terms.dto';

export class TemplateGrantView extends OmitType(GrantDto, ['from', 'to'] as const) {}

/** Terms to begin a draft with. */
export class TemplateView {
  @ApiProperty({ example: 'first-memorandum' }) name: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'For whom it is' }) summary: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ enum: ROLES, isArray: true, description: 'Of each party' }) roles: string[];
  @ApiProperty({ enum: ['allowed', 'none'] }) corrections: string;
  @ApiProperty({ type: Number, nullable: true, description: 'How often contacts are verified, in days' })
  contact_verification_days: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How often the joint committee meets, in days' })
  meetings_days: number | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When it would end by itself if it were drafted today',
  })
  expires_at: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How many days before the end notice is given' })
  notice_days: number | null;
  @ApiProperty({
    type: TemplateGrantView,
    nullable: true,
    description: 'What each lets each of the others have; null where it grants nothing',
  })
  grant: TemplateGrantView | null;
}

export class TemplateList {
  @ApiProperty({ type: [TemplateView] }) items: TemplateView[];
}
