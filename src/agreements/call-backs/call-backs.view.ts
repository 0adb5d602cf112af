import { ApiProperty } from '@nestjs/swagger';
import { countsFrom } from '../rules/calling-back';
import type { NumberOnFile, RedStanding } from './call-backs.store';

const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;

export class NumberOnFileView {
  @ApiProperty({ format: 'uuid' }) contact: string;
  @ApiProperty({ example: 'duty' }) role: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ description: 'E.164', example: '+12025550123' }) telephone: string;
  @ApiProperty({ ...INSTANT, description: 'Since when the contact has this number without a break' })
  on_file_since: string;
  @ApiProperty({ ...INSTANT, description: 'From when on a call back to it counts' }) counts_from: string;
  @ApiProperty({ description: 'Whether it counts now' }) counts: boolean;
}

export class NumberOnFileList {
  @ApiProperty({ type: [NumberOnFileView] }) items: NumberOnFileView[];
}

const SIDES = ['ours', 'theirs'] as const;

export class RedStandingView {
  @ApiProperty({ description: 'Handle of the other side', example: 'cncert' }) counterpart: string;
  @ApiProperty() counterpart_name: string;
  @ApiProperty({
    enum: SIDES,
    description: 'Whose duty officers: `theirs`, whom you hold verified, or `ours`, whom the other side does',
  })
  side: (typeof SIDES)[number];
  @ApiProperty({ description: 'Duty officers that the receiving side has' }) duty_officers: number;
  @ApiProperty({ description: 'Those of them who are held verified now; RED goes to nobody else' })
  verified: number;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When the last of them lapses' }) verified_until:
    string | null;
  @ApiProperty({
    ...MAYBE_INSTANT,
    description: 'When the last one lapsed, where nobody is held verified now',
  })
  lapsed_at: string | null;
}

export class RedStandingList {
  @ApiProperty({ type: [RedStandingView], description: 'At most two for each partner' })
  items: RedStandingView[];
}

/** @param at the instant at which it is judged */
export const presentNumber = (found: NumberOnFile, at: Date): NumberOnFileView => {
  const from = countsFrom(found.since.getTime());
  return {
    contact: found.contact_id,
    role: found.role,
    name: found.name,
    telephone: found.telephone,
    on_file_since: found.since.toISOString(),
    counts_from: new Date(from).toISOString(),
    counts: from <= at.getTime(),
  };
};

/** @param own handle of who reads it */
export const presentStanding = (found: RedStanding, own: string): RedStandingView => {
  const gives = found.from_handle === own;
  return {
    counterpart: gives ? found.to_handle : found.from_handle,
    counterpart_name: gives ? found.to_name : found.from_name,
    side: gives ? 'theirs' : 'ours',
    duty_officers: found.officers,
    verified: found.verified,
    verified_until: found.verified_until?.toISOString() ?? null,
    lapsed_at: found.lapsed_at?.toISOString() ?? null,
  };
};
