import { ApiProperty } from '@nestjs/swagger';
import type { StoredTerms } from '../dossier';
import type { VersionStanding } from '../rules/standing';

const text = { type: String, nullable: true } as const;

/** That terms encode the signed text of others anew, why, and who has yet to confirm it. */
export class CorrigendumView {
  @ApiProperty({ description: 'Number of the terms that they mend' }) corrects: number;
  @ApiProperty() reason: string;
  @ApiProperty({ description: 'The clause of the signed text' }) clause: string;
  @ApiProperty(text) evidence_sha256: string | null;
  @ApiProperty({ description: 'Whether two persons and the other side have to agree to it' })
  needs_counterpart: boolean;
  @ApiProperty({ type: [String], description: 'Handles of those who have yet to confirm it' })
  confirmations_missing: string[];
}

export const presentCorrigendum = (
  { corrigendum }: StoredTerms,
  version: VersionStanding | undefined,
): CorrigendumView | null =>
  corrigendum && {
    corrects: corrigendum.corrects,
    reason: corrigendum.reason,
    clause: corrigendum.clause,
    evidence_sha256: corrigendum.evidence,
    needs_counterpart: corrigendum.needsCounterpart,
    confirmations_missing: version?.confirmationsMissing.map(({ handle }) => handle) ?? [],
  };
