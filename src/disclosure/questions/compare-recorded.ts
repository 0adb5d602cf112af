import type { Decision } from '../rules/decide';
import type { DecisionDifference, RecordedDecision } from './decision.view';
import { basisName } from './in-words';
import type { RecordedRow } from './recorded-decision.store';

export const presentRecorded = (row: RecordedRow): RecordedDecision => ({
  at: row.at.toISOString(),
  team: row.team,
  projection: row.projection,
  basis: row.basis,
  agreement: row.agreement,
  terms_version: row.termsVersion,
  clause: row.clause,
  rules_version: row.rulesVersion,
  channel: row.decision.channel ?? null,
  purpose: row.decision.purpose ?? null,
  verdicts: row.decision.verdicts ?? [],
  obligations: row.obligations,
  transformations: row.decision.transformations ?? [],
});

type Said = Record<string, string | null>;

const text = (value: string | number | null): string | null => (value === null ? null : String(value));

/** What was done with parts, in short; null where nothing was. */
const partsSaid = (transformations: readonly { part: number; action: string }[]): string | null =>
  transformations.map(({ part, action }) => `${part}:${action}`).join(' ') || null;

/** What is compared of either: the answer, what it rests on, and each verdict. */
function recordedSaid({ verdicts, transformations, ...recorded }: RecordedDecision): Said {
  return {
    released: 'true',
    basis: recorded.basis,
    agreement: recorded.agreement,
    terms_version: text(recorded.terms_version),
    clause: recorded.clause,
    rules_version: text(recorded.rules_version),
    parts: partsSaid(transformations),
    ...Object.fromEntries(verdicts.map(({ rule, verdict }) => [rule, verdict])),
  };
}

function replayedSaid(
  { released, basis, bases, transformations, rulesVersion }: Decision,
  of: RecordedDecision,
): Said {
  // Refused now, the basis that was cited then shows where they part.
  const same = bases
    .map((one) => ({ one, name: basisName(one) }))
    .find(
      ({ name }) =>
        name.basis === of.basis &&
        name.agreement === of.agreement &&
        name.terms_version === of.terms_version &&
        name.clause === of.clause,
    )?.one;
  const shown = basis ?? same;
  const name = shown && basisName(shown);
  return {
    released: String(released),
    basis: name?.basis ?? null,
    agreement: name?.agreement ?? null,
    terms_version: text(name?.terms_version ?? null),
    clause: name?.clause ?? null,
    rules_version: text(rulesVersion),
    parts: partsSaid(transformations),
    ...Object.fromEntries((shown?.verdicts ?? []).map(({ rule, verdict }) => [rule, verdict])),
  };
}

/** Where a recorded decision and the same question, decided again for its instant, do not agree. */
export function differences(recorded: RecordedDecision, replayed: Decision): DecisionDifference[] {
  const [then, again] = [recordedSaid(recorded), replayedSaid(replayed, recorded)];
  return [...new Set([...Object.keys(then), ...Object.keys(again)])]
    .map((what) => ({ what, recorded: then[what] ?? null, replayed: again[what] ?? null }))
    .filter((one) => one.recorded !== one.replayed);
}
