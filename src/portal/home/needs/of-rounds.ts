import { given } from '../../web-api/refused';
import { type Need, SHOWN, type Source } from './need';

const RANKS = { overdue: 0, 'due-soon': 1, open: 3, answered: 3 } as const;

/** Rounds in which the reader's contacts are to be verified. */
const received: Source = {
  roles: ['administrator', 'liaison'],
  ask: async ({ api, t }) => {
    const query = { side: 'received', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/contact-rounds', { params: { query } }));
    return items
      .filter(({ state }) => state !== 'answered')
      .map(({ id, state, due_at, asked_by }): Need => ({
        sentence: t('cooperation.homeRound', { asked_by }),
        ...{ due: due_at, rank: RANKS[state], href: `/portal/contact-rounds/${id}` },
      }));
  },
};

/** Those that others have not answered in time. */
const asked: Source = {
  roles: ['liaison'],
  ask: async ({ api, t, me }) => {
    const query = { side: 'asked', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/contact-rounds', { params: { query } }));
    return items
      .filter(({ state, organization }) => state === 'overdue' && organization !== me?.organization.handle)
      .map(({ id, due_at, organization }): Need => ({
        sentence: t('cooperation.homeRoundAsked', { organization }),
        ...{ due: due_at, rank: 2, href: `/portal/contact-rounds/${id}` },
      }));
  },
};

export const ofRounds: readonly Source[] = [received, asked];
