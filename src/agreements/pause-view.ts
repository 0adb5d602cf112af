import { ApiProperty } from '@nestjs/swagger';
import { INFORMATION_TYPES } from '../disclosure';
import type { StoredPause } from './dossier';
import { ApiInstant } from './instant';
import { isOpen, pauseInterval } from './rules/paused';

const text = { type: String, nullable: true } as const;

/** Of which information types alone something is paused. */
export const OF_TYPES = {
  enum: INFORMATION_TYPES,
  isArray: true,
  nullable: true,
  description:
    'Only what is of one of these types, by itself or by any of its parts, is withheld; null: everything',
} as const;

export class ResumptionView {
  @ApiInstant() requested_at: string;
  @ApiProperty({ ...text, description: 'For the own side only, if it ends a stop' }) reason: string | null;
  @ApiInstant(true) confirmed_at: string | null;
  @ApiProperty({ ...text, description: 'For the own side only' }) requested_by: string | null;
  @ApiProperty({ ...text, description: 'For the own side only' }) confirmed_by: string | null;
}

export class PauseView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['suspension', 'stop'] }) kind: string;
  @ApiProperty({ ...text, description: 'Reference; null for a stop, which is under whatever agreement' })
  agreement: string | null;
  @ApiProperty({ ...text, description: 'Handle; null for every direction' }) from: string | null;
  @ApiProperty(text) to: string | null;
  @ApiProperty(OF_TYPES) information_types: string[] | null;
  @ApiInstant() since: string;
  @ApiInstant(true) until: string | null;
  @ApiInstant(true) review_at: string | null;
  @ApiProperty({ description: 'Whether it holds now' }) open: boolean;
  @ApiProperty({ ...text, description: 'The reason of a stop is for the side that stopped' })
  reason: string | null;
  @ApiProperty(text) evidence_sha256: string | null;
  @ApiInstant() recorded_at: string;
  @ApiProperty({ description: 'Handle' }) recorded_by: string;
  @ApiProperty({ ...text, description: 'Name of the person, for the own side only' }) person: string | null;
  @ApiProperty({
    type: ResumptionView,
    nullable: true,
    description: 'Asked for by one person, and confirmed by another; the pause holds until then',
  })
  resumption: ResumptionView | null;
}

export class PausePage {
  @ApiProperty({ type: [PauseView] }) items: PauseView[];
  @ApiProperty({ ...text, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

/** Instants leave as UTC with milliseconds. */
export const iso = (instant: number): string => new Date(instant).toISOString();
export const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));

/** A copy that belongs to the answer. */
export const typesOrNull = (types: readonly string[] | null): string[] | null => types && [...types];

function presentResumption({ resumption }: StoredPause, told: boolean): ResumptionView | null {
  if (!resumption) return null;
  return {
    requested_at: iso(resumption.requestedAt),
    reason: told ? resumption.reason : null,
    confirmed_at: isoOrNull(resumption.confirmedAt),
    requested_by: resumption.person,
    confirmed_by: resumption.confirmedByPerson,
  };
}

/** A pause as one organization may read it: a stop says why to the side that stopped, and to nobody else. */
export function presentPause(pause: StoredPause, reader: string, at: number): PauseView {
  const { from, until } = pauseInterval(pause);
  const told = pause.kind === 'suspension' || pause.recordedByOrg === reader;
  return {
    id: pause.id,
    kind: pause.kind,
    agreement: pause.agreement,
    from: pause.fromHandle,
    to: pause.toHandle,
    information_types: typesOrNull(pause.informationTypes),
    since: iso(from),
    until: isoOrNull(until),
    review_at: isoOrNull(pause.reviewAt),
    open: isOpen(pause, at),
    reason: told ? pause.grounds : null,
    evidence_sha256: told ? pause.evidence : null,
    recorded_at: iso(pause.recordedAt),
    recorded_by: pause.recordedByHandle,
    person: pause.person,
    resumption: presentResumption(pause, told),
  };
}
