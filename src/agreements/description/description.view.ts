import { ApiProperty } from '@nestjs/swagger';
import { TLP_LABELS } from '../../disclosure';
import { BINDING } from '../clauses.dto';
import type { StoredDescription } from '../dossier';
import { ApiInstant } from '../instant';
import { iso } from '../pause-view';

const text = { type: String, nullable: true } as const;

export class DescriptionView {
  @ApiProperty({ enum: BINDING, nullable: true }) binding: string | null;
  @ApiProperty({ type: [String], description: 'Authentic languages (BCP 47)' }) languages: string[];
  @ApiProperty(text) prevailing_language: string | null;
  @ApiProperty(text) registry_number: string | null;
  @ApiProperty({ enum: TLP_LABELS, nullable: true, description: 'TLP label of the agreement itself' })
  classification: string | null;
  @ApiProperty({ description: 'Handle' }) described_by: string;
  @ApiInstant() described_at: string;
}

export const presentDescription = (said: StoredDescription): DescriptionView => ({
  binding: said.binding,
  languages: said.languages,
  prevailing_language: said.prevailingLanguage,
  registry_number: said.registryNumber,
  classification: said.classification,
  described_by: said.describedBy,
  described_at: iso(said.describedAt),
});
