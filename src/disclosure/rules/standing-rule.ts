import { TLP_LABELS, type Tlp } from './vocabulary';

/** The time in which what went under a rule is counted against its volume, in milliseconds. */
export const COUNTED_OVER = 24 * 3_600_000;
/** The longest that a rule may stand, in milliseconds: a leap year. */
export const LONGEST = 366 * 24 * 3_600_000;

/** What a rule may at most let go: RED goes to persons by name, and each time by one. */
export const STANDING_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'] as const satisfies readonly Tlp[];

export const STANDING_STATES = ['proposed', 'in_force', 'expired', 'ended', 'lapsed'] as const;
export type StandingState = (typeof STANDING_STATES)[number];

interface Instant {
  getTime(): number;
}

export interface StandingRule {
  types: readonly string[];
  upTo: Tlp;
  /** Ids of organizations. */
  partners: readonly string[];
  perDay: number;
  expiresAt: Instant;
  proposedBy: string;
  confirmedBy: string | null;
  endedAt: Instant | null;
  /** Whether all who stand for it are still releasers of the organization. */
  vouched: boolean;
}

/** Where a rule stands: only one in force lets anything go. `lapsed`: one of the two who approved it releases no longer. */
export function stateOf(rule: StandingRule, at: Instant): StandingState {
  if (rule.endedAt !== null) return 'ended';
  if (rule.expiresAt.getTime() <= at.getTime()) return 'expired';
  if (!rule.vouched) return 'lapsed';
  return rule.confirmedBy === null ? 'proposed' : 'in_force';
}

/** Who stands for the release of a version under a rule: of the two, whoever is no author of it; null for nobody. */
export function releaserOf(
  { confirmedBy, proposedBy }: StandingRule,
  authors: readonly string[],
): string | null {
  const able = [confirmedBy, proposedBy].filter((one) => one !== null && !authors.includes(one));
  return able[0] ?? null;
}

interface Labelled {
  tlp: Tlp | null;
  informationType: string | null;
}

export interface Candidate extends Labelled {
  audienceAny: boolean;
  audienceInclude: readonly string[];
  parts: readonly Labelled[];
}

/** A bound of a rule that a version breaks, by the field that breaks it. */
export interface BrokenBound {
  field: string;
  rule: 'standing-type' | 'standing-tlp' | 'standing-partners' | 'standing-volume';
  message: string;
}

const above = (tlp: Tlp | null, upTo: Tlp): boolean =>
  tlp === null || TLP_LABELS.indexOf(tlp) > TLP_LABELS.indexOf(upTo);

function brokenByLabels({ tlp, informationType }: Labelled, rule: StandingRule, below: string) {
  const broken: BrokenBound[] = [];
  if (informationType === null || !rule.types.includes(informationType))
    broken.push({
      field: `${below}.information_type`,
      rule: 'standing-type',
      message: `must be one of ${rule.types.join(', ')}`,
    });
  if (above(tlp, rule.upTo))
    broken.push({
      field: `${below}.tlp`,
      rule: 'standing-tlp',
      message: `must be ${rule.upTo} or below it`,
    });
  return broken;
}

/**
 * Every bound that a version breaks; none where it goes under the rule. Parts count each by what they say of themselves.
 * Whoever is not named in the rule gets nothing by it, so that an audience of whoever has an agreement is too wide.
 * @param counted how many went under the rule in the last 24 hours
 */
export function brokenBounds(version: Candidate, rule: StandingRule, counted: number): BrokenBound[] {
  const broken = brokenByLabels(version, rule, 'handling');
  for (const [index, part] of version.parts.entries())
    broken.push(
      ...brokenByLabels(
        {
          tlp: part.tlp ?? version.tlp,
          informationType: part.informationType ?? version.informationType,
        },
        rule,
        `parts.${index}`,
      ),
    );
  const { audienceAny, audienceInclude } = version;
  if (
    audienceAny ||
    audienceInclude.length === 0 ||
    audienceInclude.some((team) => !rule.partners.includes(team))
  )
    broken.push({
      field: 'handling.audience.include',
      rule: 'standing-partners',
      message: 'must name some of the partners of the rule, and nobody else',
    });
  if (counted >= rule.perDay)
    broken.push({
      field: 'rule',
      rule: 'standing-volume',
      message: `lets ${rule.perDay} go in 24 hours, and so many have gone`,
    });
  return broken;
}
