import {
  acting,
  type Agreement,
  countsNotYet,
  type Instant,
  numberAmended,
  type Organization,
  type Terms,
  under,
} from './agreement';
import { entryState, notBefore } from './entry-condition';
import { noticeDays } from './notice-period';
import { counting, type Standing, standing, type VersionStanding } from './standing';

export type Step =
  | 'propose_terms'
  | 'submit'
  | 'approve'
  | 'sign'
  | 'reject'
  | 'withdraw'
  | 'notify'
  | 'enter_into_force'
  | 'correct_terms'
  | 'confirm_correction'
  | 'confirm'
  | 'suspend'
  | 'give_notice'
  | 'end';

/** A step that is possible now, and the handles of the organizations that may take it. */
export interface NextStep {
  step: Step;
  terms: number | null;
  by: string[];
  /** When it may take effect at the earliest, if that is to come. */
  from?: Instant;
}

const WORDS: Record<Step, string> = {
  propose_terms: 'propose terms',
  submit: 'submit',
  approve: 'approve',
  sign: 'sign',
  reject: 'reject',
  withdraw: 'withdraw',
  notify: 'give notice of the end of its procedures for',
  enter_into_force: 'record the entry into force of',
  correct_terms: 'mend by corrigendum',
  confirm_correction: 'confirm the corrigendum',
  confirm: 'confirm, as a second person, what is recorded of',
  suspend: 'suspend the exchange',
  give_notice: 'give notice',
  end: 'end the agreement',
};

const handles = (organizations: readonly Organization[]): string[] =>
  organizations.map(({ handle }) => handle).sort();

/**
 * Whether terms can no longer enter into force: later terms have entered, or earlier ones entered after these
 * were drawn up, so that these amend a text that no longer holds.
 */
export function isOvertaken(agreement: Agreement, number: number): boolean {
  const { amends = 0 } = agreement.terms.find((terms) => terms.number === number) ?? {};
  return agreement.facts.some(
    ({ kind, terms }) =>
      kind === 'entered_into_force' && terms !== null && terms !== number && terms > amends,
  );
}

/** Who may still do something about a corrigendum that waits for somebody. */
function stepsOfCorrigendum(
  agreement: Agreement,
  { number, confirmationsMissing }: VersionStanding,
  { proposedBy }: Terms,
): NextStep[] {
  const unsure = agreement.facts.filter((fact) => fact.terms === number && countsNotYet(fact));
  const confirmers = acting(under(agreement, number), 'operating_cert', 'signatory').filter(({ id }) =>
    unsure.some((fact) => fact.recordedByOrg === id),
  );
  const recorded = agreement.facts.some((fact) => fact.terms === number && fact.kind === 'corrected');
  const others = recorded ? handles(confirmationsMissing) : [];
  const steps: NextStep[] = [
    { step: 'confirm', terms: number, by: handles(confirmers) },
    { step: 'confirm_correction', terms: number, by: others },
    { step: 'reject', terms: number, by: others },
    { step: 'withdraw', terms: number, by: [proposedBy] },
  ];
  return steps.filter(({ by }) => by.length > 0);
}

function stepsOf(agreement: Agreement, version: VersionStanding, at: Instant): NextStep[] {
  const { number, submitted, approvalsMissing, signaturesMissing } = version;
  const lacking = [...approvalsMissing, ...signaturesMissing];
  const terms = agreement.terms.find((one) => one.number === number);
  const entered = agreement.facts.some((fact) => fact.kind === 'entered_into_force' && fact.terms === number);
  const lapsed = terms !== undefined && terms.expiresAt !== null && terms.expiresAt <= at;
  if (!terms || entered || lapsed || version.deadEnd !== null || isOvertaken(agreement, number)) return [];
  if (terms.corrigendum) return stepsOfCorrigendum(agreement, version, terms);
  const withdraw: NextStep = { step: 'withdraw', terms: number, by: [terms.proposedBy] };
  if (!submitted)
    return [
      { step: 'submit', terms: number, by: handles(acting(agreement, 'operating_cert', 'drafter')) },
      withdraw,
    ];
  const { from, notificationsMissing } = entryState(agreement, terms, at);
  const confirmers = agreement.facts
    .filter((fact) => fact.terms === number && countsNotYet(fact))
    .flatMap((fact) =>
      acting(
        under(agreement, number),
        'signatory',
        'operating_cert',
        'approving_authority',
        'drafter',
      ).filter(({ id }) => id === fact.recordedByOrg),
    );
  const steps: NextStep[] = [
    { step: 'confirm', terms: number, by: [...new Set(handles(confirmers))] },
    { step: 'approve', terms: number, by: handles(approvalsMissing) },
    { step: 'sign', terms: number, by: handles(signaturesMissing) },
    {
      step: 'notify',
      terms: number,
      by: handles(notificationsMissing.filter(({ id }) => !signaturesMissing.some((one) => one.id === id))),
    },
    { step: 'reject', terms: number, by: [...new Set(handles(lacking))] },
  ];
  if (lacking.length > 0) steps.push(withdraw);
  else if (from !== null)
    steps.push({
      step: 'enter_into_force',
      terms: number,
      by: handles(acting(agreement, 'operating_cert', 'signatory')),
      ...(from > at && { from }),
    });
  return steps.filter(({ by }) => by.length > 0);
}

/** Who may end an agreement: its drafter too, until terms have entered into force. */
export function rolesThatEnd({ facts }: Agreement): ('operating_cert' | 'signatory' | 'drafter')[] {
  const entered = facts.some(({ kind }) => kind === 'entered_into_force');
  return entered ? ['operating_cert', 'signatory'] : ['operating_cert', 'signatory', 'drafter'];
}

/** A corrigendum that waits for somebody. */
export const pendingCorrigendum = (agreement: Agreement, { versions }: Standing): Terms | undefined =>
  agreement.terms.find(
    ({ number, corrigendum }) =>
      corrigendum &&
      number > numberAmended(agreement) &&
      versions.some((one) => one.number === number && one.deadEnd === null && one.from === null),
  );

/** Whether a corrigendum may be drawn up: of terms in force, which none that are to enter follow, and none waits for. */
const mayCorrect = (agreement: Agreement, now: Standing): boolean =>
  now.inForce !== null &&
  numberAmended(agreement) === now.inForce.number &&
  !pendingCorrigendum(agreement, now);

/** Every step that is possible at the instant, with those who may take it. */
export function nextSteps(
  agreement: Agreement,
  at: Instant,
  now: Standing = standing(agreement, at),
): NextStep[] {
  if (now.ended) return [];
  const steps = now.versions.flatMap((version) => stepsOf(agreement, version, at));
  const of = (step: Step, ...roles: Parameters<typeof acting>[1][]): NextStep => ({
    step,
    terms: null,
    by: handles(acting(agreement, ...roles)),
  });
  steps.push(of('propose_terms', 'operating_cert', 'drafter'));
  if (mayCorrect(agreement, now)) steps.push(of('correct_terms', 'operating_cert'));
  if (now.versions.some(({ from }) => from !== null) && !now.expired)
    steps.push(of('suspend', 'operating_cert'));
  if (counting(agreement, null, 'ended').length === 0) {
    if (now.inForce) steps.push(of('give_notice', 'operating_cert', 'signatory'));
    if (noticeDays(agreement, at, now) === null) steps.push(of('end', ...rolesThatEnd(agreement)));
  }
  return steps.filter(({ by }) => by.length > 0);
}

/** The possible steps as one sentence, for the text of a refusal. */
export function stepsInWords(agreement: Agreement, at: Instant): string {
  const steps = nextSteps(agreement, at).map(({ step, terms, by, from }) => {
    const what = terms === null ? WORDS[step] : `${WORDS[step]} terms version ${terms}`;
    const when = from === undefined ? '' : `, ${notBefore(from)}`;
    return `${by.join(' or ')} may ${what}${when}`;
  });
  return steps.length === 0 ? 'Nothing more can be recorded of it.' : `Possible now: ${steps.join('; ')}.`;
}
