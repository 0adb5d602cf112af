import { goesEncrypted } from './encrypted-channel';
import type { GrantFacts, Question } from './question';
import { forbids, notApplicable, passes, type Verdict } from './verdict';
import { CHANNELS, PERMITTED_PURPOSES, type Purpose } from './vocabulary';

const D12 = 'D-12';
/** What is written from person to person and not encrypted as terms know it: they name it nowhere. */
const MESSAGE = 'message';

function forbidsChannel({ channel }: Question, { channels }: GrantFacts): boolean {
  if (channel === null) return false;
  return !(channels === 'any' ? [...CHANNELS, MESSAGE] : channels).some((one) => one === channel);
}

/** Purposes that the grant does not name are none it permits; where it names none, it permits all. */
function forbidsPurpose({ purpose }: Question, permitted: readonly Purpose[] | undefined): boolean {
  return purpose !== null && !(permitted ?? PERMITTED_PURPOSES).includes(purpose);
}

/** What has to be sent encrypted goes by no channel that is not known to be. */
const forbidsPlain = (question: Question, { obligations }: GrantFacts): boolean =>
  question.channel !== null && obligations.encryption_in_transit === 'must' && !goesEncrypted(question);

/**
 * D-12 channel and purpose (grant): what is asked for may leave by this channel, and may be used for the purpose that
 * is stated; what terms want encrypted leaves by a channel that is. A purpose that is not stated withholds nothing: what
 * the grant permits stays an obligation (O-01).
 */
export function channelAndPurpose(question: Question, grant: GrantFacts): Verdict {
  const { channel, purpose } = question;
  if (channel === null && purpose === null)
    return notApplicable(D12, 'the question is about no channel and states no purpose');
  const { channels, clause, obligations } = grant;
  const { permitted_purposes: permitted, encryption_in_transit: encryption } = obligations;
  const compared = {
    ...(channel !== null && { channel, channels }),
    ...(channel !== null &&
      encryption !== undefined && { encryption_in_transit: encryption, encrypted: goesEncrypted(question) }),
    ...(purpose !== null && { purpose, permitted_purposes: permitted ?? 'any' }),
    clause,
  };
  if (forbidsChannel(question, grant)) return forbids(D12, 'it may not leave by this channel', compared);
  if (forbidsPlain(question, grant))
    return forbids(D12, 'it is sent encrypted only, and this channel is not known to be', compared);
  if (forbidsPurpose(question, permitted))
    return forbids(D12, 'it may not be used for the purpose that is stated', compared);
  return passes(D12, 'it may leave by this channel, for what is stated', compared);
}
