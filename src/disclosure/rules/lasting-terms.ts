/** What of what is owed may come to an end some years after the agreement has. */
export const SURVIVING = [
  'confidentiality',
  'purposes',
  'onward_sharing',
  'retention',
  'attribution',
] as const;
export type Surviving = (typeof SURVIVING)[number];
/** For how many years after the end it lives on; what is not said does so without an end. */
export type Survival = Readonly<Partial<Record<Surviving, number | 'indefinite'>>>;
/** What the originator would like to hear of what it has shared. */
export const FEEDBACK = ['sightings', 'false_positives', 'usefulness'] as const;
export type Feedback = (typeof FEEDBACK)[number];
