/** To whom a team asks that it may pass on: teams, any that its agreements admit, its own constituents, everybody. */
export const ASKED_SCOPES = ['teams', 'partners', 'constituents', 'public'] as const;
export type AskedScope = (typeof ASKED_SCOPES)[number];

/** Where a request stands. `expired`: what was consented to is over; `lapsed`: nobody answered in time. */
export const CONSENT_REQUEST_STATES = [
  'open',
  'granted',
  'refused',
  'closed',
  'lapsed',
  'withdrawn',
  'expired',
] as const;
export type ConsentRequestState = (typeof CONSENT_REQUEST_STATES)[number];

/** What was asked, as far as it bounds an answer; instants in milliseconds since 1970. */
export interface Asked {
  scope: AskedScope;
  /** Whether the originator reads words in place of the teams. */
  inWords: boolean;
  until: number;
}
/** What an originator would consent to. Left out: as it was asked. */
export interface Given {
  scope?: AskedScope | undefined;
  /** Handles or ids, of a consent to some teams alone. */
  teams?: readonly string[] | undefined;
  until?: number | undefined;
}
export interface AnswerFault {
  field: 'scope' | 'teams' | 'until';
  rule: string;
  message: string;
}

/** What a consent may be narrowed to, from each scope that can be asked for. */
const WITHIN: Readonly<Record<AskedScope, readonly AskedScope[]>> = {
  public: ['public', 'partners', 'teams'],
  partners: ['partners', 'teams'],
  teams: ['teams'],
  constituents: ['constituents'],
};

/** Whether a consent is to all that was asked for, and not to some teams of it. */
export const isAsAsked = (asked: Asked, { scope = asked.scope, teams }: Given): boolean =>
  scope === asked.scope && teams === undefined;

/**
 * Why an originator may not consent so: it may narrow what was asked and not widen it, and needs to name teams where
 * it narrows to some.
 */
export function answerFaults(asked: Asked, given: Given, at: number): AnswerFault[] {
  const { scope = asked.scope, teams, until = asked.until } = given;
  const faults: (AnswerFault | false)[] = [
    !WITHIN[asked.scope].includes(scope) && {
      field: 'scope',
      rule: 'wider',
      message: `must be no wider than what was asked: ${WITHIN[asked.scope].join(', ')}`,
    },
    teams !== undefined &&
      scope !== 'teams' && {
        field: 'teams',
        rule: 'not-for-scope',
        message: 'is for a consent to single teams: leave it out, or let scope be `teams`',
      },
    teams !== undefined &&
      asked.inWords && {
        field: 'teams',
        rule: 'in-words',
        message: 'cannot be chosen: who asks names them in words. Consent to all of them, or refuse',
      },
    scope === 'teams' &&
      asked.scope !== 'teams' &&
      teams === undefined && {
        field: 'teams',
        rule: 'required',
        message: 'must name the teams that you consent to',
      },
    until > asked.until && {
      field: 'until',
      rule: 'wider',
      message: 'must be no later than what was asked for',
    },
    until <= at && { field: 'until', rule: 'future', message: 'must lie in the future' },
  ];
  return faults.filter((fault) => fault !== false);
}
