import { ApiProperty } from '@nestjs/swagger';
import type { StoredText } from '../dossier';
import { ApiInstant } from '../instant';
import { iso } from '../pause-view';
import { TEXT_TYPES } from './text-format';

/** One text of terms: whoever holds the paper compares the hash. */
export class TextView {
  @ApiProperty({ description: 'BCP 47' }) language: string;
  @ApiProperty({ enum: TEXT_TYPES }) media_type: string;
  @ApiProperty({ description: 'Its length' }) bytes: number;
  @ApiProperty({ description: 'SHA-256 of the bytes, computed by this installation, in hex' }) sha256: string;
  @ApiProperty({ description: 'Handle' }) uploaded_by: string;
  @ApiInstant() uploaded_at: string;
}

export const presentText = (text: StoredText): TextView => ({
  language: text.language,
  media_type: text.mediaType,
  bytes: text.bytes,
  sha256: text.sha256,
  uploaded_by: text.uploadedBy,
  uploaded_at: iso(text.uploadedAt),
});
