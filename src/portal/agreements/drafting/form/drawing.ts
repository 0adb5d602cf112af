import type { Choice } from '../../../frame/choices';
import type { Screen } from '../../../screen/screen';
import { ApiRefused } from '../../../web-api/refused';
import type { Agreement } from '../../agreement';
import type { Telling } from '../../sentences';
import type { ChoiceField, Fields, Sides, Words } from './field';

/** What the controls of terms are drawn with. */
export interface Drawing {
  readonly screen: Screen;
  readonly telling: Telling;
  readonly refused?: ApiRefused | undefined;
  readonly fields: Fields;
  /** Between whom a grant may be, by handle. */
  readonly teams: readonly Choice[];
  readonly sides: Sides;
  /** The control to which the page leads, as a row was added or removed there. */
  readonly focus?: string | undefined;
}

export const filled = ({ fields }: Drawing, name: string): readonly string[] => fields.get(name) ?? [];
export const isFilled = ({ fields }: Drawing, name: string): boolean =>
  [...fields.keys()].some((one) => one === name || one.startsWith(`${name}.`));
/** What was refused of exactly this: what is wrong below it is told there. */
export function refusedAt({ refused }: Drawing, name: string): ApiRefused | undefined {
  const errors = refused?.problem.errors?.filter(({ field }) => field === name) ?? [];
  return refused && errors.length > 0 ? new ApiRefused({ ...refused.problem, errors }) : undefined;
}
/** Whether something of these terms was refused. */
export const isRefused = ({ refused }: Drawing, name: string): boolean =>
  refused?.problem.errors?.some(({ field }) => field === name || field.startsWith(`${name}.`)) ?? false;

/** Between whom a grant may be: the parties, and who is to join them. */
export function partiesIn({ parties }: Pick<Agreement, 'parties'>, { fields }: { fields: Fields }): Choice[] {
  const known = parties.map(({ organization, name }) => ({ value: organization, name }));
  const joining = [...fields].flatMap(([name, texts]) =>
    /^terms\.joining\.\d+\.organization$/.test(name) ? texts : [],
  );
  return [...known, ...joining.map((value) => ({ value, name: value }))];
}

/** Words as they are chosen from; one that is filled in and is none of them is chosen as it stands. */
export function choicesOf(
  { telling, sides, teams }: Drawing,
  of: ChoiceField['of'] | Words,
  chosen: readonly string[],
): Choice[] {
  const known: readonly Choice[] =
    of === 'teams' ? teams : of.values.map((value) => ({ value, name: of.inWords(telling, value, sides) }));
  const others = chosen.filter((one) => !known.some(({ value }) => value === one));
  return [...known, ...others.map((value) => ({ value, name: value }))];
}
