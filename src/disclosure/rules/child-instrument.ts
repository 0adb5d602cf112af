import { category } from './category';
import { constituents } from './constituents';
import { namedSource } from './named-source';
import { need } from './need';
import { nexus } from './nexus';
import { pauseThatHolds } from './pause';
import { permissibleActions } from './permissible-actions';
import { productType } from './product-type';
import type { GrantFacts, Instant, NarrowingFacts, Question } from './question';
import { approvalBeside, releasedAlone } from './release-approval';
import { sector } from './sector';
import { severity } from './severity';
import { termsInForce, within } from './terms-in-force';
import { thirdPartyContent } from './third-party-content';
import { tlpCeiling } from './tlp-ceiling';
import { forbids, notApplicable, passes, type Verdict } from './verdict';

const D23 = 'D-23';

/**
 * What is asked of an instrument below; not what it leaves to the agreement above it: channels, purposes, how far back
 * it reaches. What is of the item, its release and the law is asked once.
 */
const ASKED = [
  tlpCeiling,
  category,
  sector,
  severity,
  nexus,
  need,
  permissibleActions,
  approvalBeside,
  releasedAlone,
  thirdPartyContent,
  constituents,
  productType,
  ofItsParts,
] as const satisfies readonly ((question: Question, grant: GrantFacts) => Verdict)[];

function inForce(at: Instant, { terms }: NarrowingFacts): boolean {
  const interval = termsInForce(terms);
  return interval !== null && within(at, interval);
}

/** The instruments below that are in force and speak of an information type; of one that is unknown all of them do. */
export const speakingOf = (
  at: Instant,
  type: string | null,
  { narrowedBy }: GrantFacts,
): readonly NarrowingFacts[] =>
  narrowedBy.filter(
    (child) =>
      inForce(at, child) && (type === null || child.informationTypes.some((one) => one.type === type)),
  );

/** D-25 of the parts whose type the instrument names: of others it says nothing. */
function ofItsParts(question: Question, grant: GrantFacts): Verdict {
  const { item } = question;
  const names = (type: string | null) =>
    type === null || grant.informationTypes.some((one) => one.type === type);
  const parts = item.parts.filter(({ informationType }) => names(informationType));
  return namedSource({ ...question, item: { ...item, parts } }, grant);
}

/** An instrument with the ministries that are party to the agreement above it: they approve for it as well. */
const withMinistries = (child: NarrowingFacts, { terms }: GrantFacts): NarrowingFacts => ({
  ...child,
  terms: { ...child.terms, required: [...child.terms.required, ...terms.required] },
});

/** Why an instrument below does not admit what is asked for; null if it does. */
function refusal(question: Question, child: NarrowingFacts): { by: string; says: string } | null {
  if (pauseThatHolds(question.at, question.item, child.pauses))
    return { by: 'D-03', says: 'an instrument below the agreement speaks of it, and is suspended' };
  const refusing = ASKED.map((rule) => rule(question, child)).find(({ verdict }) => verdict === 'forbids');
  return refusing
    ? { by: refusing.rule, says: 'an instrument below the agreement speaks of it, and does not admit it' }
    : null;
}

const named = ({ terms, clause }: NarrowingFacts) => ({
  agreement: terms.agreement,
  terms_version: terms.number,
  clause,
});

/**
 * D-23 child instrument (grant): of the information types that an instrument below the agreement names, what is let go
 * in the direction is what that instrument admits as well, while it is in force. Of others it says nothing, and it is
 * no basis by itself, so that nothing in it widens what stands above it.
 */
export function childInstrument(question: Question, grant: GrantFacts): Verdict {
  const children = speakingOf(question.at, question.item.informationType, grant);
  if (children.length === 0)
    return notApplicable(D23, 'no instrument below the agreement speaks of this information type');
  for (const child of children) {
    const refused = refusal(question, withMinistries(child, grant));
    if (refused) return forbids(D23, refused.says, { instruments: [named(child)], refused_by: refused.by });
  }
  return passes(D23, 'the instruments below the agreement admit it', { instruments: children.map(named) });
}
