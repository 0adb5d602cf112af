import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { WholeNumber } from '../../platform/whole-number';

const size = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER } as const;
const SizeOf = (): PropertyDecorator => (target, name) => {
  for (const rule of [WholeNumber(), IsInt(), Min(1), Max(Number.MAX_SAFE_INTEGER)]) rule(target, name);
};

export class CheckpointQuery {
  @ApiPropertyOptional({ ...size, description: 'That of this size; by default the last' })
  @IfGiven()
  @SizeOf()
  size?: number;
}

export class InclusionQuery {
  @ApiProperty({ format: 'uuid', description: 'The id of the entry' })
  @IsUUID()
  entry: string;

  @ApiPropertyOptional({ ...size, description: 'In the checkpoint of this size; by default in the last' })
  @IfGiven()
  @SizeOf()
  size?: number;
}

export class ConsistencyQuery {
  @ApiProperty({ ...size, description: 'The smaller size' })
  @SizeOf()
  from: number;

  @ApiProperty({ ...size, description: 'The greater size, up to what is signed' })
  @SizeOf()
  to: number;
}

export class ConsistencyProofView {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({
    type: [String],
    description: 'Hashes in base64, as RFC 6962 §2.1.2 orders them; none where both sizes are the same',
  })
  proof: string[];
}

export class LogKeyView {
  @ApiProperty({
    description: 'As c2sp.org/signed-note writes it: name, key id, and the public key of Ed25519 in base64',
    example: 'accord.example/api/v1/logs/018f…+0a1b2c3d+AQ…',
  })
  verifier_key: string;
  @ApiProperty({ format: 'date-time', description: 'When it signed this log first' }) first_signed_at: string;
  @ApiProperty({ format: 'date-time', description: 'When it signed this log last' }) last_signed_at: string;
}

export class LogKeysView {
  @ApiProperty({ description: 'The name that the log is signed under; it never changes' }) origin: string;
  @ApiProperty({ type: [LogKeyView], description: 'In the order in which they came to sign' })
  keys: LogKeyView[];
}
