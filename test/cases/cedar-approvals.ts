import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { all, any, SEVERITY, TLP } from './cedar-words';

/** What a row of terms is of: all that is marked and as severe as it says, and what is unknown. */
const isOf = ({ tlp, severity }: GrantFacts['releaseApproval'][number]): string =>
  all(
    tlp === null ? 'true' : any('!(resource has tlp)', `resource.tlp >= ${TLP[tlp]}`),
    severity === null
      ? 'true'
      : any('!(resource has severity)', `resource.severity >= ${SEVERITY[severity]}`),
  );

/** Who terms require beside the release has approved: a ministry that is party, or where that is enough a duty officer. */
export function approved({ releaseApproval, terms }: GrantFacts, { approvals, authors }: ItemFacts): string {
  const required = (level: string) =>
    any(...releaseApproval.filter(({ needs }) => needs === level).map(isOf));
  const given = (which: (one: ItemFacts['approvals'][number]) => boolean) =>
    any(
      ...approvals
        .filter((one) => which(one) && !one.by.some((person) => authors.includes(person)))
        .map(({ from }) => `context.now >= ${from}`),
    );
  const byMinistry = given(({ ministry }) => terms.required.some(({ party }) => party === ministry));
  const byOfficer = given(({ level }) => level === 'duty_officer');
  return any(
    'resource.emergency',
    all(
      any(`!${required('ministry')}`, byMinistry),
      any(`!${required('duty_officer')}`, byMinistry, byOfficer),
    ),
  );
}

/** Whether terms let one person alone release what is so marked. */
export const aloneUnder = ({ emergencyUpTo: upTo }: GrantFacts): string =>
  any('!resource.emergency', upTo === null ? 'false' : `(resource has tlp && resource.tlp <= ${TLP[upTo]})`);

/** Whether somebody released it who may: one person alone as far as the terms say, else nobody who wrote it. */
export const releasedUnder = (grant: GrantFacts): string =>
  all('resource has released', aloneUnder(grant), any('resource.emergency', 'resource.releasedByAnother'));
