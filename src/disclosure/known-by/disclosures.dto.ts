import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import type { DisclosedRow } from './disclosures.store';

const maybe = { type: String, nullable: true } as const;

export class ListDisclosuresQuery extends PageQuery {
  @ApiProperty({ description: 'Your own id of an item, or a reference of it', example: 'PK-7QX4-M2F9-3' })
  @IsString()
  @Length(1, 40)
  item: string;
}

/** That a version of an own item became known to a team, as which document, and on what that rests. */
export class DisclosureView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Handle of the team; `public` for everybody' }) team: string;
  @ApiProperty({ ...maybe, format: 'uuid', description: 'Of RED: account of the person who got it' })
  person: string | null;
  @ApiProperty({ description: 'Your own number of the version' }) version: number;
  @ApiProperty({ description: '`told`: by word of mouth', example: 'summary' }) projection: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it became known' }) at: string;
  @ApiProperty({
    enum: ['public', 'grant', 'none'],
    description: '`none`: it was told, and nothing let it go',
  })
  basis: string;
  @ApiProperty({ ...maybe, description: 'Reference' }) agreement: string | null;
  @ApiProperty({ type: Number, nullable: true }) terms_version: number | null;
  @ApiProperty({ ...maybe, example: 'Art. 4(2)' }) clause: string | null;
}

export class DisclosurePage {
  @ApiProperty({ type: [DisclosureView], description: 'The last first' }) items: DisclosureView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export const presentDisclosure = ({ at, termsVersion, ...row }: DisclosedRow): DisclosureView => ({
  ...row,
  at: at.toISOString(),
  terms_version: termsVersion,
});
