import { alike } from './compare-terms';
import { sayField } from './compared-in-words';
import type { GrantContent, TermsContent } from './terms-content';
import { wider, type Widening } from './wider';

/** What an instrument leaves to what it stands below: said once, for all that goes in a direction. */
const LEFT: Readonly<Record<string, (grant: GrantContent) => unknown>> = {
  channels: ({ channels }) => channels,
  reach_back: ({ reach_back }) => reach_back,
  'obligations.permitted_purposes': ({ obligations }) => obligations.permitted_purposes,
  'obligations.encryption_in_transit': ({ obligations }) => obligations.encryption_in_transit,
};
const CORRECTIONS = 'corrections';
const isLeft = (field: string): boolean => field === CORRECTIONS || Object.hasOwn(LEFT, field);

const grantAbove = ({ grants }: TermsContent, { from, to }: GrantContent): GrantContent | undefined =>
  grants.find((grant) => grant.from === from && grant.to === to);

/** Terms as they count below others: what they do not oblige to, and an end that they do not name, is as it is there. */
const filledIn = (inner: TermsContent, outer: TermsContent): TermsContent => ({
  ...inner,
  expires_at: inner.expires_at ?? outer.expires_at,
  grants: inner.grants.map((grant) => ({
    ...grant,
    obligations: { ...grantAbove(outer, grant)?.obligations, ...grant.obligations },
  })),
});

/**
 * Where terms of an instrument are wider than those it stands below. Who is party is judged apart; and what it leaves
 * to these is no part of it, whatever it says.
 */
export const widerThanParent = (inner: TermsContent, outer: TermsContent): Widening[] =>
  wider(filledIn(inner, outer), outer).filter(({ field }) => field !== 'parties' && !isLeft(field));

/** Where terms say otherwise than those they stand below what they leave to these. */
export function saidOtherwise(inner: TermsContent, outer: TermsContent): Widening[] {
  const told = (grant: Widening['grant'], field: string, one: unknown, other: unknown): Widening[] =>
    alike(one, other)
      ? []
      : [
          {
            ...{ grant, field, inner: one ?? null, outer: other ?? null },
            ...{ inner_says: sayField(field, one), outer_says: sayField(field, other) },
          },
        ];
  const full = filledIn(inner, outer);
  return [
    ...told(null, CORRECTIONS, inner.corrections, outer.corrections),
    ...full.grants.flatMap((grant) => {
      const above = grantAbove(outer, grant);
      const { from, to, clause } = grant;
      if (!above) return [];
      return Object.entries(LEFT).flatMap(([field, of]) =>
        told({ from, to, clause }, field, of(grant), of(above)),
      );
    }),
  ];
}
