import type { components } from '../../../docs/openapi';
import { type Screen, standingOf } from '../screen/screen';
import { type ApiRefused, tried } from '../web-api/refused';

type Schemas = components['schemas'];
export type Contact = Schemas['ContactView'];
export type Key = Schemas['OpenPgpKeyView'];
export type Direction = Schemas['MyDirectionView'];
export type Pause = Schemas['PauseView'];
export type Verification = Schemas['VerificationView'];
export type Officer = Schemas['DutyOfficerView'];
export type Detail = Schemas['OrganizationDetail'];

/** An answer of the web API, or why there is none: what stands beside it is shown all the same. */
export type Part<T> = { data: T; refused?: undefined } | { data?: undefined; refused: ApiRefused };

/** A team with which an agreement in force exchanges something, and all that a duty officer needs of it. */
export interface Partner {
  readonly handle: string;
  readonly name: string;
  readonly gives: readonly Direction[];
  readonly receives: readonly Direction[];
  readonly detail: Part<Detail>;
  readonly contacts: Part<readonly Contact[]>;
  readonly keys: Part<readonly Key[]>;
}

/** What is the same for all partners. */
export interface Duty {
  readonly officers: Part<readonly Officer[]>;
  readonly verifications: Part<readonly Verification[]>;
  readonly pauses: Part<readonly Pause[]>;
}

const A_PAGE = { query: { limit: 200 } } as const;

async function itemsOf<T>(asked: Promise<Part<{ items: T[] }>>): Promise<Part<readonly T[]>> {
  const { data, refused } = await asked;
  return refused ? { refused } : { data: data.items };
}

/** Handles of the partners, in their order. */
export const partnersOf = (screen: Screen): string[] =>
  [...new Set((standingOf(screen).directions ?? []).map(({ counterpart }) => counterpart))].sort();

/** One partner, asked for in parallel. */
export async function loadPartner(screen: Screen, handle: string): Promise<Partner> {
  const { api } = screen;
  const params = { params: { path: { handle } } };
  const of = (standingOf(screen).directions ?? []).filter(({ counterpart }) => counterpart === handle);
  const [detail, contacts, keys] = await Promise.all([
    tried(api.GET('/api/v1/organizations/{handle}', params)),
    itemsOf(tried(api.GET('/api/v1/organizations/{handle}/contacts', params))),
    itemsOf(tried(api.GET('/api/v1/organizations/{handle}/keys', params))),
  ]);
  return {
    handle,
    name: of[0]?.counterpart_name ?? handle,
    gives: of.filter(({ direction }) => direction === 'give'),
    receives: of.filter(({ direction }) => direction === 'receive'),
    ...{ detail, contacts, keys },
  };
}

export async function loadDuty({ api }: Screen): Promise<Duty> {
  const open = { params: { query: { open: 'true', limit: 200 } } } as const;
  const [officers, verifications, pauses] = await Promise.all([
    itemsOf(tried(api.GET('/api/v1/duty-officers', { params: A_PAGE }))),
    itemsOf(tried(api.GET('/api/v1/duty-officer-verifications', { params: A_PAGE }))),
    itemsOf(tried(api.GET('/api/v1/pauses', open))),
  ]);
  return { officers, verifications, pauses };
}

const STATES = ['verified', 'lapsed', 'never'];
const rank = ({ emergency, role, verification }: Contact): number =>
  STATES.indexOf(verification) * 4 + (emergency ? 0 : role === 'duty' ? 1 : 2);

/** Who is called first: verified before not, for emergencies before others. */
export const inCallingOrder = (contacts: readonly Contact[]): Contact[] =>
  contacts.toSorted((one, other) => rank(one) - rank(other));

/** Stops and suspensions that keep something from going from one team to another. */
export const pausesBetween = (pauses: readonly Pause[], from: string, to: string): Pause[] =>
  pauses.filter((pause) => pause.kind === 'stop' && pause.from === from && pause.to === to);

/** The verification that counts now of a duty officer. */
export const verificationOf = (all: readonly Verification[], person: string): Verification | undefined =>
  all
    .filter((one) => one.person === person && one.valid)
    .toSorted((one, other) => other.valid_until.localeCompare(one.valid_until))[0];

/** When the last verification of a duty officer was over; undefined where there was none. */
export const lapsedAt = (all: readonly Verification[], person: string): string | undefined =>
  all
    .filter((one) => one.person === person && !one.valid)
    .map(({ valid_until: until, ended_at: ended }) => (ended && ended < until ? ended : until))
    .toSorted()
    .at(-1);
