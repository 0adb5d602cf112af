/** Every rule by its id and the name under which docs/disclosure-rules.md explains it. */
export const RULE_NAMES = {
  'D-01': 'ownership',
  'D-02': 'public release',
  'D-03': 'grant in force',
  'D-04': 'TLP ceiling',
  'D-05': 'information type',
  'D-06': 'category',
  'D-07': 'sector',
  'D-08': 'severity',
  'D-09': 'nexus',
  'D-10': 'need',
  'D-11': 'PAP',
  'D-12': 'channel and purpose',
  'D-13': 'release approval',
  'D-14': 'embargo',
  'D-15': 'audience',
  'D-16': 'RED',
  'D-17': 'third-party content',
  'D-18': 'national overlay',
  'D-19': 'state',
  'D-20': 'constituents',
  'D-21': 'correction',
  'D-22': 'reach back',
  'D-23': 'child instrument',
  'D-24': 'product type',
  'D-25': 'named source',
} as const satisfies Readonly<Record<`D-${string}`, string>>;

/** Every rule that transforms parts. */
export const TRANSFORMATION_NAMES = {
  'T-01': 'victim identity',
  'T-02': 'source attribution',
  'T-03': 'personal data',
  'T-04': 'refused parts',
} as const satisfies Readonly<Record<`T-${string}`, string>>;

const NAMES: Readonly<Record<string, string>> = { ...RULE_NAMES, ...TRANSFORMATION_NAMES };

/** The name of a rule; a rule without one is called by its id, and a test finds it. */
export const ruleName = (rule: string): string => NAMES[rule] ?? rule;
