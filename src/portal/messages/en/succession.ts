/** Agreements in place of earlier ones. */
export const succession = {
  title: 'Before and after',
  supersedes: 'It comes in place of',
  supersededBy: 'In its place comes',
  byOther: 'A later agreement is in force in its place.',
  former_ends: 'When the later one enters into force, the former ends.',
  former_runs_out: 'The former runs out by itself; until then both hold.',
  survives: 'What was owed under the former is owed still.',
  unknown: 'What lies between them is known once the entry into force is recorded.',
  gap: 'Nothing may flow from {from} to {until}: a gap of {days, plural, =0 {less than a day} one {# day} other {# days}}.',
  overlap:
    'Both are in force from {from} to {until}: an overlap of {days, plural, =0 {less than a day} one {# day} other {# days}}.',
  overlapOpen: 'Both are in force from {from} on.',
  seamless: 'The later one takes over at {from}, without a gap.',
  picture: 'When each of the two is in force, true to scale',
  gapTitle: 'Gap: nothing may flow',
  follow: 'Draft what comes in its place',
  field: 'In place of',
  fieldHint: 'Each operating CERT of the earlier agreement has to be one of this one, too.',
  none: 'no earlier agreement',
  formerField: 'What becomes of the earlier one',
} as const;
