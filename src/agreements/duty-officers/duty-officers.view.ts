import { ApiProperty } from '@nestjs/swagger';
import { VERIFICATION_METHODS } from '../rules/verifying';
import type { MyVerification, PartnerOfficer, StoredVerification } from './duty-officers.store';

const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;
const NEXT = {
  nullable: true,
  type: String,
  description: 'Cursor of the next page; null on the last',
} as const;
const CAUSES = ['revoked', 'role-lost', 'departed', 'credentials-replaced'];

export class DutyOfficerView {
  @ApiProperty({ format: 'uuid', description: 'Account' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Handle', example: 'cncert' }) organization: string;
  @ApiProperty({
    ...MAYBE_INSTANT,
    description: 'Until when your organization holds her verified; null if it does not',
  })
  verified_until: string | null;
}

export class DutyOfficerPage {
  @ApiProperty({ type: [DutyOfficerView], description: 'In the order of their organizations' })
  items: DutyOfficerView[];
  @ApiProperty(NEXT) next: string | null;
}

/** What a verification says to both: to who is verified, and to the organization that verified. */
export class VerificationCore {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: VERIFICATION_METHODS }) method: string;
  @ApiProperty(INSTANT) verified_at: string;
  @ApiProperty({ ...INSTANT, description: 'It counts from then: late recording counts from the recording' })
  valid_from: string;
  @ApiProperty(INSTANT) valid_until: string;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When it was ended before; null if it was not' })
  ended_at: string | null;
  @ApiProperty({ description: 'Whether it counts now' }) valid: boolean;
}

export class VerificationView extends VerificationCore {
  @ApiProperty({ format: 'uuid', description: 'Account of the duty officer' }) person: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Handle of her organization' }) organization: string;
  @ApiProperty({ nullable: true, type: String }) note: string | null;
  @ApiProperty({ ...INSTANT, description: 'When it was recorded' }) recorded_at: string;
  @ApiProperty({ format: 'uuid', description: 'Account' }) recorded_by: string;
  @ApiProperty({ example: 'Hamid Raza (invented)' }) recorded_by_name: string;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'The number on file that was called back; null where she was verified otherwise',
  })
  called_number: string | null;
  @ApiProperty({
    enum: CAUSES,
    nullable: true,
    type: String,
    description:
      'What ended it: revoked, or the person lost the role or left, or an administrator of her side let her set a new password or second factor',
  })
  ended_because: string | null;
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Who revoked it' })
  ended_by: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Why it was revoked' }) reason: string | null;
}

export class VerificationPage {
  @ApiProperty({ type: [VerificationView], description: 'The newest first' }) items: VerificationView[];
  @ApiProperty(NEXT) next: string | null;
}

export class MyVerificationView extends VerificationCore {
  @ApiProperty({ description: 'Handle of the organization that verified you', example: 'pkcert' })
  verified_by: string;
}

export class MyVerificationPage {
  @ApiProperty({ type: [MyVerificationView], description: 'The newest first' }) items: MyVerificationView[];
  @ApiProperty(NEXT) next: string | null;
}

export const presentOfficer = ({ verified_until, ...officer }: PartnerOfficer): DutyOfficerView => ({
  ...officer,
  verified_until: verified_until?.toISOString() ?? null,
});

const presentCore = (found: MyVerification | StoredVerification): VerificationCore => ({
  id: found.id,
  method: found.method,
  verified_at: found.verified_at.toISOString(),
  valid_from: found.valid_from.toISOString(),
  valid_until: found.valid_until.toISOString(),
  ended_at: found.ended_at?.toISOString() ?? null,
  valid: found.valid,
});

export const presentVerification = (found: StoredVerification): VerificationView => ({
  ...presentCore(found),
  person: found.person,
  name: found.name,
  organization: found.organization,
  note: found.note,
  recorded_at: found.recorded_at.toISOString(),
  recorded_by: found.recorded_by,
  recorded_by_name: found.recorded_by_name,
  called_number: found.called_number,
  ended_because: found.ended_because,
  ended_by: found.ended_by,
  reason: found.reason,
});

/** Without who recorded or ended it, and why: that is for the side that did. */
export const presentMine = (found: MyVerification): MyVerificationView => ({
  ...presentCore(found),
  verified_by: found.verified_by,
});
