/** Every reason for which a change of an agreement is refused. */
export type RefusalCode =
  | 'agreement/not-your-role'
  | 'agreement/other-party'
  | 'agreement/ended'
  | 'agreement/end-recorded'
  | 'agreement/not-in-force'
  | 'agreement/parent'
  | 'agreement/notice-period'
  | 'agreement/parties'
  | 'agreement/reference'
  | 'agreement/drafter'
  | 'agreement/succession'
  | 'agreement/effective-instant'
  | 'agreement/on-behalf'
  | 'terms/absent'
  | 'terms/grants'
  | 'terms/expiry'
  | 'terms/not-submitted'
  | 'terms/submitted-already'
  | 'terms/approved-already'
  | 'terms/signed-already'
  | 'terms/rejected'
  | 'terms/withdrawn'
  | 'terms/agreed'
  | 'terms/not-signed'
  | 'terms/notified-already'
  | 'terms/no-notification'
  | 'terms/condition'
  | 'terms/incomplete'
  | 'terms/entered-already'
  | 'terms/overtaken'
  | 'fact/absent'
  | 'fact/counts-already'
  | 'fact/second-person'
  | 'pause/direction'
  | 'pause/interval'
  | 'pause/open-already'
  | 'pause/over'
  | 'pause/not-yours'
  | 'pause/requested-already'
  | 'pause/not-requested'
  | 'pause/second-person'
  | 'pause/no-grant'
  | 'text/fixed'
  | 'text/too-many'
  | 'corrigendum/overtaken'
  | 'corrigendum/pending'
  | 'corrigendum/nothing'
  | 'corrigendum/fixed'
  | 'corrigendum/confirmed-already'
  | 'terms/corrigendum';

/** A refusal in words for the person who asked; `field` names the input at fault, if it is one. */
export interface Refused {
  allowed: false;
  code: RefusalCode;
  text: string;
  field?: string;
}

export const refused = (code: RefusalCode, text: string, field?: string): Refused =>
  field === undefined ? { allowed: false, code, text } : { allowed: false, code, text, field };
