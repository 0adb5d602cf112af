import { audience } from './audience';
import { category } from './category';
import { correction } from './correction';
import { embargo } from './embargo';
import { grantInForce } from './grant-in-force';
import { informationType } from './information-type';
import { nexus } from './nexus';
import { ownership } from './ownership';
import { permissibleActions } from './permissible-actions';
import { publicRelease } from './public-release';
import type { GrantFacts, Question } from './question';
import { reachBack } from './reach-back';
import { red } from './red';
import { releaseApproval } from './release-approval';
import { sector } from './sector';
import { severity } from './severity';
import { state } from './state';
import { thirdPartyContent } from './third-party-content';
import { termsInForce } from './terms-in-force';
import { tlpCeiling } from './tlp-ceiling';
import { forbids, notApplicable, type Verdict } from './verdict';

export const judgeOwn = (question: Question): Verdict[] => [ownership(question)];

/** A rule that errs denies, and its verdict says so; it never takes the answer down with it. */
function settle(rule: string, judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch (error) {
    return forbids(rule, 'the rule failed, so it denies', { error: String(error) });
  }
}

export const judgePublic = (question: Question): Verdict[] => [
  settle('D-02', () => publicRelease(question)),
  settle('D-13', () => releaseApproval(question)),
  settle('D-14', () => embargo(question)),
  settle('D-17', () => thirdPartyContent(question)),
  settle('D-19', () => state(question)),
];

/** Terms that never came into force admitted nothing, nor did the former what was released in a gap after them. */
function releasedBeforeEnd({ item }: Question, { terms }: GrantFacts): boolean {
  const interval = termsInForce(terms);
  if (!interval || !item.release) return false;
  return interval.until === null || item.release.at < interval.until;
}

/** The rules that are settled when a version meets a grant, as app.entitle() settles them in SQL. */
export function judgeStatic(question: Question, grant: GrantFacts): Verdict[] {
  const former = grant.predecessor;
  const admittedBefore =
    former !== null &&
    releasedBeforeEnd(question, former) &&
    judgeStatic(question, former).every(({ verdict }) => verdict !== 'forbids');
  return [
    settle('D-04', () => tlpCeiling(question, grant)),
    settle('D-05', () => informationType(question, grant)),
    settle('D-06', () => category(question, grant)),
    settle('D-07', () => sector(question, grant)),
    settle('D-08', () => severity(question, grant)),
    settle('D-09', () => nexus(question, grant)),
    settle('D-11', () => permissibleActions(question, grant)),
    settle('D-13', () => releaseApproval(question)),
    settle('D-15', () => audience(question)),
    settle('D-16', () => red(question)),
    settle('D-17', () => thirdPartyContent(question)),
    settle('D-22', () => reachBack(question, grant, admittedBefore)),
  ];
}

/** All rules of the grant basis; D-21 may stand in for D-03 where a notice without content is asked for. */
export function judgeGrant(question: Question, grant: GrantFacts): Verdict[] {
  const inForce = settle('D-03', () => grantInForce(question, grant));
  const notice = settle('D-21', () => correction(question, grant, inForce));
  const first =
    notice.verdict === 'passes' && inForce.verdict === 'forbids'
      ? notApplicable('D-03', 'a correction may still go (D-21)')
      : inForce;
  // A notice without content goes to who received the item: it asks whether the terms flow, not what they admit now.
  const settled = question.subject === 'content' ? judgeStatic(question, grant) : [];
  return [
    first,
    ...settled,
    settle('D-14', () => embargo(question)),
    settle('D-19', () => state(question)),
    notice,
  ];
}
