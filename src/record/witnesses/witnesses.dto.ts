import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { Text } from '../../platform/text';
import type { Cosigned, StoredWitness } from './witnesses.store';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;
const KEY =
  'As c2sp.org/tlog-cosignature has it for Ed25519: name, key id, and the key with its type 0x04 in base64';

export class AddWitnessBody {
  @ApiProperty({
    minLength: 50,
    maxLength: 400,
    description: KEY,
    example: 'witness.cncert.example+595b9c03+BEEf/kz4PS7CiBhwl+OdmPdqrcjKjC/TiOi0O8G5Xvmj',
  })
  @IsString()
  @Length(50, 400)
  verifier_key: string;
}

export class EndWitnessBody {
  @ApiProperty({ minLength: 3, maxLength: 2000 })
  @Text(3, 2000)
  reason: string;
}

export class CosignBody {
  @ApiProperty({ minimum: 1, description: 'The size of the head that is cosigned' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  size: number;

  @ApiProperty({
    ...{ minLength: 100, maxLength: 1000 },
    example:
      '— witness.cncert.example 4Vk8XQAAAABqHMvQ4Vk8XQAAAABqHMvQ4Vk8XQAAAABqHMvQ4Vk8XQAAAABqHMvQ4Vk8XQAAAABqHMvQ4Vk8XQAAAABqHMvQ4Vk8XQ==',
    description: 'The line that is put below the head: `— NAME BASE64` (c2sp.org/tlog-cosignature)',
  })
  @IsString()
  @Length(100, 1000)
  cosignature: string;
}

export class WitnessView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Handle of whose witness it is' }) organization: string;
  @ApiProperty({ description: KEY }) verifier_key: string;
  @ApiProperty(instant) added_at: string;
  @ApiProperty({ ...maybe, description: 'Name; of others’ nobody' }) added_by: string | null;
  @ApiProperty({ ...instant, nullable: true, description: 'From then on it cosigns no more' }) ended_at:
    string | null;
  @ApiProperty({ ...maybe, description: 'Of your own' }) end_reason: string | null;
}

export class WitnessPage {
  @ApiProperty({ type: [WitnessView], description: 'In the order in which they were added' })
  items: WitnessView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export class CosignatureView {
  @ApiProperty({ description: 'Handle of whose witness it is' }) organization: string;
  @ApiProperty({ description: KEY }) verifier_key: string;
  @ApiProperty({ description: 'The size of the greatest head that it has cosigned' }) size: number;
  @ApiProperty(instant) cosigned_at: string;
}

export class CosignatureList {
  @ApiProperty({ description: 'How many entries the last signed head has' }) size: number;
  @ApiProperty({ description: 'Its root, in base64' }) root: string;
  @ApiProperty(instant) signed_at: string;
  @ApiProperty({ type: [CosignatureView], description: 'One for each witness' }) items: CosignatureView[];
}

export const presentWitness = (witness: StoredWitness): WitnessView => ({
  ...{ id: witness.id, organization: witness.organization, verifier_key: witness.verifierKey },
  added_at: witness.addedAt.toISOString(),
  added_by: witness.own ? witness.addedBy : null,
  ended_at: witness.endedAt?.toISOString() ?? null,
  end_reason: witness.endReason,
});

export const presentCosigned = ({
  organization,
  verifierKey,
  size,
  cosignedAt,
}: Cosigned): CosignatureView => ({
  ...{ organization, size, verifier_key: verifierKey },
  cosigned_at: cosignedAt.toISOString(),
});
