/** What may be stated of an obligation. */
export const ACTS = ['fulfil', 'certify', 'hold', 'dispute', 'resume', 'waive'] as const;
export type Act = (typeof ACTS)[number];

/** As one of its sides finds it. */
export interface Standing {
  readonly kind: string;
  readonly state: string;
  /** Whether the side that asks owes it. */
  readonly owed: boolean;
  readonly certificate: boolean;
  /** Who may hold destruction, as its terms say. */
  readonly holder: string | null;
  /** Whether it is paused by the side that asks. */
  readonly paused_by_us: boolean;
}

/** Why something is not stated of it: a code of a problem, with what to do instead. */
export interface ActRefusal {
  readonly code:
    | 'obligation/over'
    | 'obligation/not-debtor'
    | 'obligation/not-creditor'
    | 'obligation/paused'
    | 'obligation/not-paused'
    | 'obligation/no-destruction'
    | 'obligation/no-hold'
    | 'obligation/kept'
    | 'obligation/certificate-required';
  readonly detail: string;
}

const refused = (code: ActRefusal['code'], detail: string): ActRefusal => ({ code, detail });

const OVER = refused('obligation/over', 'The obligation is met or waived, so nothing more is stated of it.');
const NOT_DEBTOR = refused('obligation/not-debtor', 'Only the team that owes it says that it is met.');
const NOT_CREDITOR = refused('obligation/not-creditor', 'Only the team that it is owed to waives it.');
const PAUSED = refused('obligation/paused', 'It is held or disputed already; that is ended first.');
const NOT_PAUSED = refused('obligation/not-paused', 'Your side neither holds nor disputes it.');
const NO_DESTRUCTION = refused(
  'obligation/no-destruction',
  'Only destruction and return are held or disputed.',
);
const NO_HOLD = refused(
  'obligation/no-hold',
  'The terms do not let your side hold destruction. You may dispute it.',
);
const KEPT = refused('obligation/kept', 'What is kept under the terms stays so; there is nothing to state.');
const CERTIFICATE = refused(
  'obligation/certificate-required',
  'The terms want a certificate: file a notice of the kind destruction_certificate.',
);

function whyNot(act: Act, o: Standing): ActRefusal | null {
  const destruction = o.kind === 'destroy' || o.kind === 'return';
  switch (act) {
    case 'fulfil':
      if (!o.owed) return NOT_DEBTOR;
      if (o.kind === 'keep') return KEPT;
      return o.certificate ? CERTIFICATE : null;
    case 'certify':
      if (!o.owed) return NOT_DEBTOR;
      return destruction ? null : NO_DESTRUCTION;
    case 'hold':
      if (!destruction) return NO_DESTRUCTION;
      if (o.holder !== 'either' && o.holder !== (o.owed ? 'recipient' : 'originator')) return NO_HOLD;
      return o.state === 'held' || o.state === 'disputed' ? PAUSED : null;
    case 'dispute':
      if (!destruction) return NO_DESTRUCTION;
      return o.state === 'held' || o.state === 'disputed' ? PAUSED : null;
    case 'resume':
      return o.paused_by_us ? null : NOT_PAUSED;
    case 'waive':
      return o.owed ? NOT_CREDITOR : null;
  }
}

/** Why a side may not state something of an obligation now; null if it may. */
export const refusalOf = (act: Act, standing: Standing): ActRefusal | null =>
  standing.state === 'met' || standing.state === 'waived' ? OVER : whyNot(act, standing);

export const actsOf = (standing: Standing): Act[] => ACTS.filter((act) => refusalOf(act, standing) === null);
