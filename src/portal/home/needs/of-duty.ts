import { pauseInWords } from '../../call-and-stop/pauses-now';
import { isStopped } from '../../frame/red-standing';
import { given } from '../../web-api/refused';
import { type Need, SHOWN, type Source } from './need';

/** What is stopped or suspended: whose end a second person confirms, comes first. */
const pauses: Source = {
  roles: ['duty-officer', 'liaison'],
  ask: async (screen) => {
    const { api, t, me } = screen;
    const query = { open: 'true', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/pauses', { params: { query } }));
    return items.map((pause): Need => {
      const waits = pause.recorded_by === me?.organization.handle && pause.resumption?.confirmed_at === null;
      const sentence = pauseInWords(screen, pause);
      return {
        sentence: waits ? `${sentence} ${t('home.confirmEnd')}` : sentence,
        ...{ since: pause.since, due: pause.review_at ?? pause.until, rank: waits ? 0 : 1 },
        href: `/portal/agreements/pauses/${pause.id}`,
      };
    });
  },
};

/** Directions in which RED goes to nobody, on both sides: whom we do not hold verified, and whom of us they do not. */
const redStopped: Source = {
  roles: ['duty-officer', 'liaison'],
  ask: async (screen) => {
    const { items } = await given(screen.api.GET('/api/v1/red-standing'));
    return items.filter(isStopped).map(({ side, counterpart, lapsed_at: since }): Need => ({
      sentence: screen.t(`cooperation.homeRed_${side}`, { counterpart }),
      ...{ since, rank: 1 },
      href: side === 'theirs' ? `/portal/call-and-stop#${counterpart}` : '/portal/agreements/relationships',
    }));
  },
};

export const ofDuty: readonly Source[] = [pauses, redStopped];

/**
 * What is shared with the reader by name. It is asked for when she opens the page and not again every minute, since
 * each answer is an entry in the record. Titles stay where the items are read.
 */
export const byName: Source = {
  roles: ['duty-officer'],
  ask: async ({ api, t }) => {
    const { items } = await given(api.GET('/api/v1/named-items', { params: { query: { limit: SHOWN } } }));
    return items.map(({ originator, reference, tlp, released_at }): Need => ({
      ...{ sentence: t('home.byName', { originator, reference }), tlp, since: released_at, rank: 0 },
      href: '/portal/advisories/named',
    }));
  },
};
