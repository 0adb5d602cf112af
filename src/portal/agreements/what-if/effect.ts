import type { components } from '../../../../docs/openapi';
import type { WhatIf } from '../steps/steps';

type DryRun = components['schemas']['DryRunView'];

/** What a step would change in who sees what, however it was asked for. */
export interface Effect {
  readonly at: string;
  readonly teams: readonly TeamEffect[];
  /** What the reader's own team would see no longer. */
  readonly received: readonly { readonly originator: string; readonly loses: number }[];
}

export interface TeamEffect {
  readonly team: string;
  readonly gains: number;
  readonly loses: number;
  readonly changesBasis: number;
}

export const effectOfDryRun = (run: DryRun): Effect => ({
  at: run.effective_at,
  teams: run.teams.map(({ team, gets, loses }) => ({
    team,
    gains: gets.count,
    loses: loses.count,
    changesBasis: 0,
  })),
  received: run.received,
});

export const effectOfWhatIf = (whatIf: WhatIf): Effect => ({
  at: whatIf.effective_at,
  teams: whatIf.teams.map(({ team, gains, loses, changes_basis: changesBasis }) => ({
    team,
    gains,
    loses,
    changesBasis,
  })),
  received: [],
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** In numbers: how many teams something changes for, and how much in all. */
export function totals({ teams }: Effect): { teams: number; gains: number; loses: number } {
  const affected = teams.filter(({ gains, loses }) => gains + loses > 0);
  return {
    teams: affected.length,
    gains: sum(affected.map(({ gains }) => gains)),
    loses: sum(affected.map(({ loses }) => loses)),
  };
}
