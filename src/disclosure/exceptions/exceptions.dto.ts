import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';
import { EXCEPTION_KINDS, type ExceptionKind } from './exception-kinds';
import { TLP_LABELS } from '../rules/vocabulary';
import type { ExceptionRow } from './exceptions.store';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;

export class ListExceptionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: EXCEPTION_KINDS, description: 'Of one kind; by default of all' })
  @IfGiven()
  @IsIn(EXCEPTION_KINDS)
  kind?: ExceptionKind;
}

export class ExceptionView {
  @ApiProperty({ format: 'uuid', description: 'Of what it is about: a telling, or an emergency release' })
  id: string;
  @ApiProperty({ enum: EXCEPTION_KINDS, isArray: true }) kinds: ExceptionKind[];
  @ApiProperty({ ...instant, description: 'When it was recorded' }) recorded_at: string;
  @ApiProperty({ ...instant, description: 'When it happened' }) happened_at: string;
  @ApiProperty({ description: 'Name of who did it' }) by: string;
  @ApiProperty({ ...maybe, description: 'Handle of the team that it concerns' }) team: string | null;
  @ApiProperty({ ...maybe, format: 'uuid', description: 'Your own id of the item' }) item: string | null;
  @ApiProperty({ ...maybe, enum: ['advisory', 'incident', null] }) type: 'advisory' | 'incident' | null;
  @ApiProperty({ description: 'Title of the item, or what was told' }) what: string;
  @ApiProperty({ ...maybe, enum: [...TLP_LABELS, null] }) tlp: string | null;
  @ApiProperty({ description: 'Whether it was corrected afterwards, or reviewed' }) corrected: boolean;
}

export class ExceptionPage {
  @ApiProperty({ type: [ExceptionView], description: 'What was recorded last stands first' })
  items: ExceptionView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export const presentException = ({ recordedAt, happenedAt, ...row }: ExceptionRow): ExceptionView => ({
  ...row,
  recorded_at: recordedAt.toISOString(),
  happened_at: happenedAt.toISOString(),
});
