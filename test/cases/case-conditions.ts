import { instant, moment, type Written } from './case-instants';
import type { GivenLevel } from '../../src/disclosure/rules/vocabulary';
import type { GivenItem } from './given-world';

/** What an item hangs on, as a case says it. */
export interface WrittenConditions {
  'answers requests'?: { of: string; from: Written; until: Written }[];
  consents?: { to: string; from: Written; until: Written }[];
  'victims consent'?: { victim: string; to: string; from: Written; until: Written }[];
  'consented onward'?: { to: string; from: Written; until: Written }[];
  approvals?: { level: GivenLevel; of?: string; version?: number; from: Written }[];
  'passed on'?: { by: string; to: string; from: Written; until?: Written }[];
}

/** The requests that an item answers, the consents of its source and its victims, and to whom it is passed on. */
export const conditionsOf = (
  item: WrittenConditions,
): Pick<GivenItem, 'requested' | 'consents' | 'victimConsents' | 'onward' | 'approvals' | 'passedOn'> => ({
  approvals: (item.approvals ?? []).map(({ level, of = null, version = 1, from }) => ({
    ...{ version, level, ministry: of },
    from: instant(from),
  })),
  requested: (item['answers requests'] ?? []).map(({ of, from, until }) => ({
    by: of,
    from: instant(from),
    until: instant(until),
  })),
  consents: (item.consents ?? []).map(({ to, from, until }) => ({
    scope: to === 'partners' || to === 'public' ? to : 'team',
    team: to === 'partners' || to === 'public' ? null : to,
    from: instant(from),
    until: instant(until),
  })),
  victimConsents: (item['victims consent'] ?? []).map(({ victim, to, from, until }) => ({
    victim,
    scope: to === 'partners' ? to : 'team',
    team: to === 'partners' ? null : to,
    from: instant(from),
    until: instant(until),
  })),
  onward: (item['consented onward'] ?? []).map(({ to, from, until }) => ({
    by: to,
    from: instant(from),
    until: instant(until),
  })),
  passedOn: (item['passed on'] ?? []).map(({ by, to, from, until }) => ({
    ...{ by, to },
    from: instant(from),
    until: moment(until),
  })),
});
