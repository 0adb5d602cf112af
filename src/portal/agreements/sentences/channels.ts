import { listOf } from '../../frame/listed';
import { type GrantSentence, wordOf } from './telling';

export const channels: GrantSentence = (telling, grant) =>
  grant.channels === 'any'
    ? telling.t('clauses.channelsAny')
    : telling.t('clauses.channelsSome', {
        list: listOf(
          telling,
          grant.channels.map((channel) => wordOf(telling, 'channel', channel)),
        ),
      });
