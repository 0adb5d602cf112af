import { alike } from './compare-terms';
import { sayField } from './compared-in-words';
import { OBLIGATIONS } from './no-less-owed';
import { FURTHER } from './no-wider-further';
import { FROM_NARROWEST, type NoWider, TERMS, upTo, withinCeilings } from './no-wider';
import type { GrantContent, TermsContent } from './terms-content';

/** One term by which terms let more go, or oblige to less, than those they are held to. */
export interface Widening {
  /** The direction it is of; null for what is said of the whole agreement. */
  grant: { from: string; to: string; clause: string } | null;
  /** As the terms have it; `tlp_ceiling` for the ceilings of types, `grant` for a direction that outer lacks. */
  field: string;
  /** What each of them has; null where it has nothing. */
  inner: unknown;
  outer: unknown;
  inner_says: string;
  outer_says: string;
}

type Loose = Readonly<Record<string, unknown>>;
type Comparisons = Readonly<Record<string, NoWider<never>>>;
type Saying = (field: string, value: unknown) => string;

/** What these rules do not know, as a later version may write it, has to be the same. */
const comparison = (comparisons: Comparisons, name: string): NoWider<never> =>
  Object.hasOwn(comparisons, name) ? comparisons[name]! : alike;

/** Each field that is wider. `prefix` is what stands before its name where it is reported. */
function widerIn(
  comparisons: Comparisons,
  [inner, outer]: readonly [Loose, Loose],
  grant: Widening['grant'],
  prefix = '',
): Widening[] {
  const say: Saying = (field, value) => sayField(field, value, grant ?? undefined);
  return [...new Set([comparisons, inner, outer].flatMap(Object.keys))]
    .filter((name) => !comparison(comparisons, name)(inner[name] as never, outer[name] as never))
    .map((name) => {
      const field = `${prefix}${name}`;
      const [one, other] = [inner[name], outer[name]];
      return {
        ...{ grant, field, inner: one ?? null, outer: other ?? null },
        ...{ inner_says: say(field, one), outer_says: say(field, other) },
      };
    });
}

const asFields = (value: object): Loose => value as Loose;

/** The types whose ceilings are wider, as one field beside the others. */
function widerCeilings(inner: GrantContent, outer: GrantContent, grant: Widening['grant']): Widening[] {
  if (withinCeilings(inner.information_types, outer.information_types)) return [];
  const higher = inner.information_types.filter((one) => !withinCeilings([one], outer.information_types));
  const held = outer.information_types.filter(({ type }) => higher.some((one) => one.type === type));
  const say = (types: GrantContent['information_types']) => sayField('information_types', types);
  return [
    {
      ...{ grant, field: 'tlp_ceiling', inner: higher, outer: held },
      ...{ inner_says: say(higher), outer_says: say(held) },
    },
  ];
}

const whatever = () => true;
/** What is no term that lets anything go, or is compared beside the others. */
const APART = { from: whatever, to: whatever, clause: whatever, clauses: whatever, obligations: whatever };

/**
 * Where one grant lets go what another of its direction does not, or obliges to less; the clause is no part of it. What
 * neither of them knows how to compare counts as wider.
 */
export function widerGrant(inner: GrantContent, outer: GrantContent): Widening[] {
  const { from, to, clause } = inner;
  const grant = { from, to, clause };
  return [
    ...widerIn(
      { ...(TERMS as Comparisons), ...(FURTHER as Comparisons), ...APART },
      [asFields(inner), asFields(outer)],
      grant,
    ),
    ...widerCeilings(inner, outer, grant),
    ...widerIn(
      OBLIGATIONS,
      [asFields(inner.obligations), asFields(outer.obligations)],
      grant,
      'obligations.',
    ),
  ];
}

type Parties = TermsContent['parties'];
const rolesIn = (parties: Parties, handle: string): readonly string[] =>
  parties.find(({ organization }) => organization === handle)?.roles ?? [];
const amongParties: NoWider<Parties> = (inner, outer) =>
  inner.every(({ organization, roles }) =>
    roles.every((role) => rolesIn(outer, organization).includes(role)),
  );
/** Instants in one way of writing; null is without an end. */
const untilThen: NoWider<string | null> = (inner, outer) =>
  outer === null || (inner !== null && inner <= outer);

/**
 * How what is said of the whole agreement is compared. Which agreement it is, of which kind, and what its entry into
 * force waits for, let nothing go: what is in force is told by facts.
 */
const WHOLE = {
  accord: whatever,
  agreement: whatever,
  kind: whatever,
  parent: whatever,
  entry_condition: whatever,
  // How long an end is announced lets nothing go.
  notice_days: whatever,
  contact_verification_days: whatever,
  meetings_days: whatever,
  // What nothing enforces, and by which clause something stands, lets nothing go.
  clauses: whatever,
  other_clauses: whatever,
  grants: whatever,
  parties: amongParties,
  expires_at: untilThen,
  corrections: upTo(FROM_NARROWEST.corrections),
} as const satisfies { readonly [Name in keyof Required<TermsContent> | 'accord']: NoWider<never> };

function widerGrants(inner: readonly GrantContent[], outer: readonly GrantContent[]): Widening[] {
  return inner.flatMap((one) => {
    const other = outer.find(({ from, to }) => from === one.from && to === one.to);
    if (other) return widerGrant(one, other);
    const { from, to, clause } = one;
    const says = {
      inner_says: sayField('information_types', one.information_types),
      outer_says: 'grants nothing this way',
    };
    return [{ grant: { from, to, clause }, field: 'grant', inner: one, outer: null, ...says }];
  });
}

/**
 * Where terms let go what others do not, or oblige to less: the whole agreement's first, then grant by grant. While it
 * is empty, what `decide` releases under a grant of `inner` it releases under that of `outer`, from the same facts.
 * @param inner terms that may only narrow
 * @param outer terms they are held to
 */
export const wider = (inner: TermsContent, outer: TermsContent): Widening[] => [
  ...widerIn(WHOLE, [asFields(inner), asFields(outer)], null),
  ...widerGrants(inner.grants, outer.grants),
];
