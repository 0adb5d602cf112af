import type { Basis, Decision } from '../rules/decide';
import { comparedInFull } from '../rules/compared-in-full';
import { forbidding } from '../rules/near-miss';
import { obligationsUnder } from '../rules/obligations';
import type { NarrowingFacts, Question } from '../rules/question';
import { ruleName } from '../rules/rule-names';
import { EVERYBODY } from '../rules/sight-change';
import type { Verdict } from '../rules/verdict';
import type { Transformation } from '../rules/transformations';
import type {
  BasisName,
  BasisView,
  DecisionView,
  InstrumentName,
  TransformationView,
  VerdictView,
} from './decision.view';
import type { AskedItem, AskedPerson, AskedTeam, AskedVersion } from './questions.store';

/** Organizations by id, for people: their handles. */
export type Handles = ReadonlyMap<string, string>;

/** Milliseconds since 1970 of an instant of the API, none of which is before 1990; no other number is as large. */
const EARLIEST_INSTANT = Date.UTC(1990, 0, 1);

/** What parties wrote themselves: it stays as it is, whatever it looks like. */
const AS_WRITTEN = new Set(['clause', 'agreement', 'law']);

function readable(value: unknown, handles: Handles): unknown {
  if (typeof value === 'number') return value >= EARLIEST_INSTANT ? new Date(value).toISOString() : value;
  if (typeof value === 'string') return handles.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => readable(one, handles));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      AS_WRITTEN.has(name) ? part : readable(part, handles),
    ]),
  );
}

/** Every text within what the rules compared; organizations are among them by their ids. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** All that the rules compared, of all bases. */
export const everythingCompared = (decision: Decision, question: Question): unknown[] =>
  decision.bases.flatMap(({ verdicts }) => verdicts.map((verdict) => comparedInFull(verdict, question)));

export const verdictView = (verdict: Verdict, question: Question, handles: Handles): VerdictView => ({
  rule: verdict.rule,
  name: ruleName(verdict.rule),
  verdict: verdict.verdict,
  says: verdict.says,
  compared: readable(comparedInFull(verdict, question), handles) as Record<string, unknown>,
});

export const basisName = ({ basis, grant }: Basis): BasisName => ({
  basis,
  agreement: grant?.terms.agreement ?? null,
  terms_version: grant?.terms.number ?? null,
  clause: grant?.clause ?? null,
});

/** An instrument below the agreement that is cited. */
export const instrumentName = ({ terms, clause }: NarrowingFacts): InstrumentName => ({
  agreement: terms.agreement,
  terms_version: terms.number,
  clause,
});

export const transformationView = ({
  rule,
  part,
  action,
  says,
  grant,
}: Transformation): TransformationView => ({
  ...{ rule, name: ruleName(rule), part, action, says },
  agreement: grant?.terms.agreement ?? null,
  terms_version: grant?.terms.number ?? null,
  clause: grant?.clause ?? null,
});

/** How a basis is called in a sentence. */
export function called({
  basis,
  agreement,
  terms_version,
  clause,
}: Omit<BasisName, 'basis'> & { basis: BasisName['basis'] | 'none' }): string {
  if (basis === 'none') return 'as nothing let it go';
  if (basis === 'grant') return `${agreement}, terms ${terms_version}, ${clause}`;
  return basis === 'own' ? 'as its owner' : 'as everybody may';
}

const ruleCalled = ({ rule }: Verdict) => `${rule} ${ruleName(rule)}`;

function basisView(basis: Basis, question: Question, handles: Handles): BasisView {
  const against = forbidding(basis).map(ruleCalled);
  return {
    ...basisName(basis),
    released: basis.released,
    says: basis.released ? 'Released: no rule forbids it.' : `Refused by ${against.join(', ')}.`,
    verdicts: basis.verdicts.map((verdict) => verdictView(verdict, question, handles)),
  };
}

/** What a question is about, and its answer. */
export interface Answered {
  item: AskedItem;
  version: AskedVersion;
  team: AskedTeam;
  /** Of whom of the team it is asked; null for all of it alike. */
  person: AskedPerson | null;
  question: Question;
  decision: Decision;
}

/** Why nothing releases it, basis by basis. */
function reasons(team: AskedTeam, { bases }: Decision): string {
  if (team.handle === EVERYBODY) return 'it is not public now';
  const grants = bases.filter(({ basis }) => basis === 'grant').length;
  const some = `${grants === 1 ? 'the one grant' : `each of ${grants} grants`} to it is refused by some rule`;
  const granted = grants === 0 ? 'no agreement grants it anything' : some;
  return `it does not own it, it is not public now, and ${granted}`;
}

function inOneSentence({ item, version, team, person, decision }: Answered): string {
  const whole = team.handle === EVERYBODY ? 'The public' : team.handle;
  const who = person ? `${person.name} of ${team.handle}` : whole;
  const what = `version ${version.number} of this ${item.kind}`;
  if (!decision.basis) return `${who} may not see ${what}: ${reasons(team, decision)}.`;
  const name = basisName(decision.basis);
  const within = decision.instruments.map(
    ({ terms, clause }) => `, within ${terms.agreement}, terms ${terms.number}, ${clause}`,
  );
  return `${who} may see ${what} ${name.basis === 'grant' ? 'under ' : ''}${called(name)}${within.join('')}.`;
}

/** A decision in words and as data. */
export function decisionView(answered: Answered, handles: Handles): DecisionView {
  const { item, version, team, person, question, decision } = answered;
  return {
    item: item.id,
    type: item.kind,
    version: version.number,
    team: team.handle,
    person: person?.id ?? null,
    at: new Date(question.at).toISOString(),
    rules_version: decision.rulesVersion,
    released: decision.released,
    says: inOneSentence(answered),
    cited: decision.basis && basisName(decision.basis),
    instruments: decision.instruments.map(instrumentName),
    obligations: obligationsUnder(decision.basis?.grant ?? null, decision.instruments, question.at).map(
      ({ rule, term, value, says, clause, due }) => ({
        ...{ rule, term, value, says, clause },
        due: due === null ? null : new Date(due).toISOString(),
      }),
    ),
    transformations: decision.transformations.map(transformationView),
    bases: decision.bases.map((basis) => basisView(basis, question, handles)),
  };
}
