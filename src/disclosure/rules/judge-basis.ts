import { audience } from './audience';
import { category } from './category';
import { childInstrument } from './child-instrument';
import { channelAndPurpose } from './channel-and-purpose';
import { constituents } from './constituents';
import { correction } from './correction';
import { embargo } from './embargo';
import { grantInForce } from './grant-in-force';
import { informationType } from './information-type';
import { nationalOverlay, nationalOverlayOnPublic } from './national-overlay';
import { namedSource } from './named-source';
import { need } from './need';
import { nexus } from './nexus';
import { ownership } from './ownership';
import { permissibleActions } from './permissible-actions';
import { productType } from './product-type';
import { publicRelease } from './public-release';
import type { GrantFacts, Question } from './question';
import { reachBack } from './reach-back';
import { red } from './red';
import { releaseApproval, releasedUnder, requiredApproval } from './release-approval';
import { sector } from './sector';
import { severity } from './severity';
import { state } from './state';
import { thirdPartyContent, thirdPartyPublished } from './third-party-content';
import { termsInForce } from './terms-in-force';
import { tlpCeiling } from './tlp-ceiling';
import { forbids, notApplicable, type Verdict } from './verdict';

type Rule = readonly [id: string, judge: (question: Question, grant: GrantFacts) => Verdict];
type PublicRule = readonly [id: string, judge: (question: Question) => Verdict];

/** A rule that errs denies, and its verdict says so; it never takes the answer down with it. */
function settle([id, judge]: Rule, question: Question, grant: GrantFacts): Verdict {
  try {
    return judge(question, grant);
  } catch (error) {
    return forbids(id, 'the rule failed, so it denies', { error: String(error) });
  }
}
const settlePublic = ([id, judge]: PublicRule, question: Question): Verdict =>
  settle([id, judge], question, undefined as never);
const allows = ({ verdict }: Verdict): boolean => verdict !== 'forbids';

const PUBLISHED: PublicRule = ['D-17', thirdPartyPublished];
const LAWFUL: PublicRule = ['D-18', nationalOverlayOnPublic];
const PUBLIC: readonly PublicRule[] = [
  ['D-02', publicRelease],
  ['D-13', releaseApproval],
  ['D-14', embargo],
  PUBLISHED,
  LAWFUL,
  ['D-19', state],
];

/** Settled as far as the release goes; what terms require besides may be given at any time, so it is live. */
const RELEASED: Rule = ['D-13', releasedUnder];
const APPROVED: Rule = ['D-13', requiredApproval];
/** The rules that are settled when a version meets a grant, as app.entitle() settles them in SQL. */
const STATIC: readonly Rule[] = [
  ['D-04', tlpCeiling],
  ['D-05', informationType],
  ['D-06', category],
  ['D-07', sector],
  ['D-08', severity],
  ['D-09', nexus],
  ['D-11', permissibleActions],
  RELEASED,
  ['D-15', audience],
  ['D-18', nationalOverlay],
  ['D-22', (question, grant) => reachBack(question, grant, admittedBefore(question, grant))],
  ['D-24', productType],
  ['D-25', namedSource],
];
const LIVE: readonly Rule[] = [
  ['D-14', embargo],
  ['D-16', red],
  ['D-19', state],
];
/** The rules about how and for what is asked; what was admitted before is not weighed by them. */
const REQUEST: readonly Rule[] = [['D-12', channelAndPurpose]];
/** Live as well, and asked for content alone: a notice tells that they no longer hold. */
const REACH: Rule = ['D-20', constituents];
const CONDITIONS: readonly Rule[] = [
  ['D-10', need],
  ['D-17', thirdPartyContent],
  REACH,
  ['D-23', childInstrument],
];
const IN_FORCE: Rule = ['D-03', grantInForce];
const OWN: PublicRule = ['D-01', ownership];
const CORRECTION = 'D-21';

const idsOf = (rules: readonly (readonly [id: string, ...rest: unknown[]])[]): string[] =>
  rules.map(([id]) => id);
/** Which rules are asked on which basis, and which of them of each request: at its instant, or of how it is made. */
export const RULES_BY_BASIS = {
  own: idsOf([OWN]),
  public: idsOf(PUBLIC),
  grant: [...idsOf([IN_FORCE, ...STATIC, ...CONDITIONS, ...REQUEST, ...LIVE]), CORRECTION],
  live: [...idsOf([IN_FORCE, APPROVED, ...CONDITIONS, ...LIVE]), CORRECTION],
  request: idsOf(REQUEST),
} as const;

/** Terms that never came into force admitted nothing, nor did the former what was released in a gap after them. */
function releasedBeforeEnd({ item }: Question, { terms }: GrantFacts): boolean {
  const interval = termsInForce(terms);
  if (!interval || !item.release) return false;
  return interval.until === null || item.release.at < interval.until;
}

/** Whether the former grant of the direction admitted the version while its terms were in force. */
function admittedBefore(question: Question, { predecessor }: GrantFacts): boolean {
  return (
    predecessor !== null && releasedBeforeEnd(question, predecessor) && admitsStatic(question, predecessor)
  );
}
const admitsStatic = (question: Question, grant: GrantFacts): boolean =>
  STATIC.every((rule) => allows(settle(rule, question, grant)));

/**
 * Whether an entitlement says that the grant admits the item to the reader: by its static rules, and as far as its terms
 * let the item reach the reader below its recipient (D-20). Requests, consents and pauses, which come and go, are not asked.
 */
export const isEntitled = (question: Question, grant: GrantFacts): boolean =>
  admitsStatic(question, grant) && allows(settle(REACH, question, grant));

/** D-03 and D-21, which may stand in for it where a notice without content is asked for. */
function judgeTerms(question: Question, grant: GrantFacts): { first: Verdict; notice: Verdict } {
  const inForce = settle(IN_FORCE, question, grant);
  const notice = settle([CORRECTION, () => correction(question, grant, inForce)], question, grant);
  const first =
    notice.verdict === 'passes' && inForce.verdict === 'forbids'
      ? notApplicable('D-03', 'a correction may still go (D-21)')
      : inForce;
  return { first, notice };
}

export const judgeOwn = (question: Question): Verdict[] => [settlePublic(OWN, question)];

/** All rules of the public basis. A notice without content tells that a condition holds no more, so it is not asked. */
const askedPublic = ({ subject }: Question): readonly PublicRule[] =>
  subject === 'content' ? PUBLIC : PUBLIC.filter((rule) => rule !== PUBLISHED && rule !== LAWFUL);

export const judgePublic = (question: Question): Verdict[] =>
  askedPublic(question).map((rule) => settlePublic(rule, question));

/** All rules of the grant basis. A notice without content asks whether the terms flow, not what they admit now. */
export function judgeGrant(question: Question, grant: GrantFacts): Verdict[] {
  const { first, notice } = judgeTerms(question, grant);
  const asked = STATIC.map((rule) => (rule === RELEASED ? APPROVED : rule));
  const settled = question.subject === 'content' ? [...asked, ...CONDITIONS, ...REQUEST] : [];
  return [first, ...[...settled, ...LIVE].map((rule) => settle(rule, question, grant)), notice];
}

/** Whether no rule of the public basis forbids; what comes after one that does is not asked. */
export const admitsPublic = (question: Question): boolean =>
  askedPublic(question).every((rule) => allows(settlePublic(rule, question)));

/** Whether no rule of the grant basis forbids; what comes after one that does is not asked. */
export function admitsGrant(question: Question, grant: GrantFacts): boolean {
  const { first, notice } = judgeTerms(question, grant);
  if (!allows(first) || !allows(notice)) return false;
  if (question.subject === 'content') {
    if (!admitsStatic(question, grant)) return false;
    if (![APPROVED, ...CONDITIONS, ...REQUEST].every((rule) => allows(settle(rule, question, grant))))
      return false;
  }
  return LIVE.every((rule) => allows(settle(rule, question, grant)));
}
