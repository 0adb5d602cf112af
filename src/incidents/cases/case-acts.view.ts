import { ApiProperty } from '@nestjs/swagger';
import type { ReleaseRow, WithdrawalRow } from '../../disclosure';
import { type Named, PersonView } from '../people';
import type { CaseNoteRow } from './case-note.entity';

export class CaseNoteView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: PersonView }) by: PersonView;
  @ApiProperty() note: string;
}

export class CaseReleaseView {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) released_at: string;
  @ApiProperty({ type: PersonView }) released_by: PersonView;
  @ApiProperty({ description: 'Whether everybody may read it' }) public: boolean;
  @ApiProperty({ description: 'Whether one person released it alone' }) emergency: boolean;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Until then nobody gets it',
  })
  embargo_until: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When a later one followed',
  })
  superseded_at: string | null;
}

export class CaseWithdrawalView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: PersonView }) by: PersonView;
  @ApiProperty() reason: string;
}

export const presentNote = ({ at, writtenBy, note }: CaseNoteRow, named: Named): CaseNoteView => ({
  at: at.toISOString(),
  by: named(writtenBy),
  note,
});

/** @param numbers of versions by their ids */
export function presentRelease(
  release: ReleaseRow,
  named: Named,
  numbers: ReadonlyMap<string, number>,
): CaseReleaseView {
  const version = numbers.get(release.itemVersionId);
  if (version === undefined) throw new Error('What was released is a version of the case.');
  return {
    version,
    released_at: release.releasedAt.toISOString(),
    released_by: named(release.releasedBy),
    public: release.public,
    emergency: release.emergency,
    embargo_until: release.embargoUntil?.toISOString() ?? null,
    superseded_at: release.supersededAt?.toISOString() ?? null,
  };
}

export const presentWithdrawal = (
  { at, recordedBy, reason }: WithdrawalRow,
  named: Named,
): CaseWithdrawalView => ({
  at: at.toISOString(),
  by: named(recordedBy),
  reason,
});
