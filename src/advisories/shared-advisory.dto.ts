import { ApiProperty } from '@nestjs/swagger';
import { INFORMATION_TYPES, PAP_LEVELS, SEVERITIES, SharedPart, TLP_LABELS } from '../disclosure';
import { ReferenceView } from './advisory-view.dto';

const MAYBE_TEXT = { nullable: true, type: String } as const;

export class PublisherView {
  @ApiProperty() name: string;
  @ApiProperty({ ...MAYBE_TEXT, format: 'uri' }) namespace: string | null;
}

/** An advisory as another team gets it; the bytes are stored and stay the same for this version. */
export class SharedAdvisory {
  @ApiProperty({ format: 'uuid', description: 'The identifier it has for your team' }) id: string;
  @ApiProperty({
    example: 'PK-7QX4-M2F9-3',
    description: 'Short reference for the telephone; each team has another',
  })
  reference: string;
  @ApiProperty({ enum: ['advisory'] }) type: string;
  @ApiProperty({ description: 'Version as your team knows it, counted from 1' }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Handle of the organization that shares it' }) originator: string;
  @ApiProperty({ type: PublisherView, description: 'Who wrote it, where it was imported' })
  publisher: PublisherView;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty({ enum: INFORMATION_TYPES }) information_type: string;
  @ApiProperty({ type: [String], description: 'RSIT codes' }) categories: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, ...MAYBE_TEXT }) severity: string | null;
  @ApiProperty({ enum: PAP_LEVELS, ...MAYBE_TEXT, description: 'What your team may do with it' })
  pap: string | null;
  @ApiProperty({ format: 'date-time' }) released_at: string;
  @ApiProperty(MAYBE_TEXT) summary: string | null;
  @ApiProperty(MAYBE_TEXT) details: string | null;
  @ApiProperty(MAYBE_TEXT) recommendation: string | null;
  @ApiProperty({ type: [ReferenceView] }) references: ReferenceView[];
  @ApiProperty({ type: [String] }) cves: string[];
  @ApiProperty({ type: [SharedPart], description: 'What your team gets of its parts' }) parts: SharedPart[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Tracking id of its CSAF document' }) tracking_id: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'BCP 47' }) lang: string | null;
}
