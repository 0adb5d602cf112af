import { say, typeInWords } from './words';

export const MISSING_CODES = [
  'second-factor-missing',
  'agreement-not-in-force',
  'direction-paused',
  'types-paused',
  'agreement-ends-soon',
  'api-key-missing',
  'api-key-expires-soon',
  'contact-not-verified',
  'releaser-missing',
  'second-person-missing',
  'namespace-missing',
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

/** Something that stands between an organization and receiving or giving more, and what to do about it. */
export interface Missing {
  code: MissingCode;
  affects: 'access' | 'receiving' | 'giving';
  sentence: string;
  next: string;
  agreement: string | null;
  /** Handle. */
  counterpart: string | null;
}

/** What is weighed; instants in milliseconds since 1970, or as they are shown. */
export interface Situation {
  at: number;
  handle: string;
  /** Whether the organization exchanges at all: a CERT, or an operating CERT of an agreement. */
  exchanges: boolean;
  /** Handle of whose constituent it is: it is no side of agreements, and receives what is passed on to it. */
  parent: string | null;
  namespace: string | null;
  verifiedContacts: number;
  agreements: readonly {
    reference: string;
    inForce: boolean;
    until: string | null;
    noticeGiven: boolean;
  }[];
  directions: readonly {
    direction: 'receive' | 'give';
    agreement: string;
    counterpart: { handle: string; name: string };
    /** Of which types alone; null is of all. */
    pauses: readonly { since: string; information_types: readonly string[] | null }[];
  }[];
  /** The key that asks; null for a person. What concerns people is not told to keys. */
  key: { expiresAt: string; expiresSoon: boolean; replaced: boolean } | null;
  staffing: { releaser: boolean; secondPerson: boolean; keys: number; lastingKeys: number } | null;
}

/** An agreement that ends within so many days is said to. */
export const SOON_DAYS = 60;
const DAY = 86_400_000;

type About = Partial<Pick<Missing, 'agreement' | 'counterpart'>>;
function missing(code: MissingCode, affects: Missing['affects'], words: object, about: About = {}): Missing {
  const values = words as Record<string, string>;
  const { agreement = null, counterpart = null } = about;
  const [sentence, next] = [say(code, values), say(`${code}/next`, values)];
  return { code, affects, sentence, next, agreement, counterpart };
}

/** What somebody is told who has yet to enrol. */
export const secondFactorMissing = (): Missing => missing('second-factor-missing', 'access', {});

function paused({ directions }: Situation): Missing[] {
  return directions
    .filter(({ direction, pauses }) => direction === 'receive' && pauses.length > 0)
    .map(({ agreement, counterpart: { handle, name }, pauses }) => {
      const whole = pauses.filter(({ information_types: types }) => types === null);
      const since = (whole.length > 0 ? whole : pauses).map((pause) => pause.since).sort()[0];
      const types = [...new Set(pauses.flatMap(({ information_types }) => information_types ?? []))];
      const words = { agreement, name, handle, since, list: types.map(typeInWords).join(', ') };
      const code = whole.length > 0 ? 'direction-paused' : 'types-paused';
      return missing(code, 'receiving', words, { agreement, counterpart: handle });
    });
}

function ending({ agreements, at }: Situation): Missing[] {
  return agreements
    .filter(({ inForce, until }) => inForce && until !== null && Date.parse(until) - at <= SOON_DAYS * DAY)
    .map(({ reference: agreement, until, noticeGiven }) => {
      const found = missing('agreement-ends-soon', 'receiving', { agreement, until }, { agreement });
      return noticeGiven ? { ...found, next: say('agreement-ends-soon/next-ending') } : found;
    });
}

function ofKeys({ key, staffing }: Situation): Missing[] {
  if (key) {
    if (!key.expiresSoon || key.replaced) return [];
    const sentence = say('api-key-expires-soon/own', { until: key.expiresAt });
    return [{ ...missing('api-key-expires-soon', 'receiving', {}), sentence }];
  }
  if (!staffing) return [];
  if (staffing.keys === 0) return [missing('api-key-missing', 'receiving', {})];
  return staffing.lastingKeys === 0 ? [missing('api-key-expires-soon', 'receiving', {})] : [];
}

function ofPeople({ staffing }: Situation): Missing[] {
  if (!staffing) return [];
  if (!staffing.releaser) return [missing('releaser-missing', 'giving', {})];
  return staffing.secondPerson ? [] : [missing('second-person-missing', 'giving', {})];
}

/** What is missing, what keeps from receiving first. A ministry that exchanges nothing lacks nothing for it. */
export function whatIsMissing(situation: Situation): Missing[] {
  const { directions, exchanges, handle, namespace, parent, verifiedContacts } = situation;
  const unverified = verifiedContacts === 0 ? [missing('contact-not-verified', 'receiving', { handle })] : [];
  if (!exchanges) return [...ending(situation), ...unverified];
  return [
    ...(parent !== null || directions.some(({ direction }) => direction === 'receive')
      ? []
      : [missing('agreement-not-in-force', 'receiving', {})]),
    ...paused(situation),
    ...ending(situation),
    ...ofKeys(situation),
    ...unverified,
    ...ofPeople(situation),
    ...(namespace === null ? [missing('namespace-missing', 'giving', {})] : []),
  ];
}
