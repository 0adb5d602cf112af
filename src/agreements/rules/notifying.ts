import { type Actor, type Agreement, holding, type Instant, under } from './agreement';
import type { Allowed, Command } from './command';
import { stepsInWords } from './next-steps';
import { allowPast, closed, mayRecordFor } from './progress';
import { refused, type Refused } from './refusal';
import { missing } from './standing';

type Notification = Extract<Command, { do: 'notify' }>;

/** A party that has signed gives notice that on its side terms may enter into force: where these wait for that, once. */
export function judgeNotification(
  agreement: Agreement,
  command: Notification,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const { terms: number, party, effectiveAt } = command;
  const no = closed(agreement, number, at);
  if (no) return no;
  const concerned = under(agreement, number);
  if (!holding(concerned, 'signatory').some(({ id }) => id === party))
    return refused('agreement/not-your-role', 'That party is no signatory of these terms.', 'party');
  const barred = mayRecordFor(concerned, command, actor);
  if (barred) return barred;
  const terms = agreement.terms.find((one) => one.number === number);
  const steps = stepsInWords(agreement, at);
  if (terms?.entry?.rule !== 'after_last_notification')
    return refused('terms/no-notification', `Terms version ${number} waits for no notification. ${steps}`);
  const lacks = (kind: 'signed' | 'notified') =>
    missing(agreement, terms, kind, at).some(({ id }) => id === party);
  if (lacks('signed'))
    return refused('terms/not-signed', `That party has yet to sign terms version ${number}. ${steps}`);
  if (!lacks('notified'))
    return refused(
      'terms/notified-already',
      `That party has given notice for terms version ${number} already. ${steps}`,
    );
  return allowPast({ kind: 'notified', terms: number, party, effectiveAt }, command, at);
}
