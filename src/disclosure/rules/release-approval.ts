import type { GrantFacts, ItemFacts, Question } from './question';
import { forbids, notApplicable, type Verdict, when } from './verdict';
import {
  APPROVAL_LEVELS,
  type ApprovalLevel,
  type ApprovalRow,
  SEVERITIES,
  type Severity,
  type Tlp,
  TLP_LABELS,
} from './vocabulary';

/** D-13 release approval (public, grant): somebody released the version, and nobody who did is an author of it. */
export function releaseApproval({ item }: Question): Verdict {
  if (!item.release || item.release.by.length === 0) return forbids('D-13', 'the version has no release');
  if (item.release.emergency)
    return forbids(
      'D-13',
      'one person alone released the version in an emergency, which is never to everybody',
    );
  return when(
    !item.release.by.some((person) => item.authors.includes(person)),
    'D-13',
    'the version was released by a person who is not an author of it',
    'the version was released by an author of it',
  );
}

/**
 * D-13 on a grant, as far as the release goes: what one person released alone in an emergency, its author or not, goes up
 * to the marking that the terms say, and nowhere where they say none.
 */
export function releasedUnder(question: Question, grant: GrantFacts): Verdict {
  return question.item.release?.emergency ? releasedAlone(question, grant) : releaseApproval(question);
}

/** D-13 of what one person released alone, and of nothing else. */
export function releasedAlone({ item }: Question, { emergencyUpTo: upTo, clause }: GrantFacts): Verdict {
  const { release, tlp } = item;
  if (!release?.emergency) return notApplicable('D-13', 'nobody released the version alone');
  const within = upTo !== null && tlp !== null && TLP_LABELS.indexOf(tlp) <= TLP_LABELS.indexOf(upTo);
  return when(
    release.by.length > 0 && within,
    'D-13',
    'one person alone released the version in an emergency, as the terms allow of this marking',
    'one person alone released the version in an emergency, which the terms do not allow of this marking',
    { tlp, emergency_up_to: upTo, clause },
  );
}

type Marked = Pick<ItemFacts, 'tlp' | 'severity'>;

/** What is unknown may be the narrowest and the most severe there is. */
const isAtLeast = <One>(order: readonly One[], value: One | null, bound: One | null): boolean =>
  bound === null || value === null || order.indexOf(value) >= order.indexOf(bound);

const isOf = ({ tlp, severity }: Marked, row: ApprovalRow): boolean =>
  isAtLeast<Tlp>(TLP_LABELS, tlp, row.tlp) && isAtLeast<Severity>(SEVERITIES, severity, row.severity);

/** The highest level that terms require for what is marked so; four eyes where they say nothing of it. */
export function approvalNeeded(rows: readonly ApprovalRow[], marked: Marked): ApprovalLevel {
  const levels = rows.filter((row) => isOf(marked, row)).map(({ needs }) => APPROVAL_LEVELS.indexOf(needs));
  return levels.length === 0 ? 'four_eyes' : APPROVAL_LEVELS[Math.max(...levels)]!;
}

type Approval = ItemFacts['approvals'][number];

/** Whether an approval is of the level that is needed, or above, by nobody who wrote the version. */
function satisfies(needed: ApprovalLevel, { at, item }: Question, { terms }: GrantFacts) {
  return ({ level, by, ministry, from }: Approval): boolean => {
    if (from > at || by.some((person) => item.authors.includes(person))) return false;
    if (level === 'duty_officer') return needed === 'duty_officer';
    return terms.required.some(({ party }) => party === ministry);
  };
}

/** What the terms of a grant ask beside the release: that whom they name for what is so marked and so severe approves. */
export function approvalBeside(question: Question, grant: GrantFacts): Verdict {
  const { item } = question;
  if (item.release?.emergency) return notApplicable('D-13', 'what went in an emergency is reviewed instead');
  const needs = approvalNeeded(grant.releaseApproval, item);
  if (needs === 'none' || needs === 'four_eyes')
    return notApplicable('D-13', 'the terms ask for no approval beside the release');
  const compared = { tlp: item.tlp, severity: item.severity, needs, clause: grant.clause };
  return when(
    item.approvals.some(satisfies(needs, question, grant)),
    'D-13',
    'the version was approved as the terms require',
    'the terms require an approval that has not been given',
    compared,
  );
}

/**
 * D-13 on a grant: besides, whom its terms name for what is so marked and so severe has approved the version. That comes
 * after the release, or before, and counts from when it is given. What went in an emergency is reviewed instead.
 */
export function requiredApproval(question: Question, grant: GrantFacts): Verdict {
  const released = releasedUnder(question, grant);
  if (released.verdict === 'forbids') return released;
  const beside = approvalBeside(question, grant);
  return beside.verdict === 'not-applicable' ? released : beside;
}
