import { given } from '../../web-api/refused';
import type { Need, Source } from './need';

/** What is overdue, one line for each agreement and side. */
const overdue: Source = {
  roles: ['liaison', 'duty-officer'],
  ask: async ({ api, t }) => {
    const { items } = await given(
      api.GET('/api/v1/obligation-tallies', { params: { query: { limit: 200 } } }),
    );
    return items.flatMap(({ agreement, overdue_by_us: ours, overdue_to_us: theirs }): Need[] => {
      const href = `/portal/agreements/${agreement}#register`;
      const said = (key: 'register.needOwed' | 'register.needOwing', count: number) =>
        t(key, { agreement, count });
      return [
        ...(ours > 0 ? [{ sentence: said('register.needOwed', ours), href, rank: 1 as const }] : []),
        ...(theirs > 0 ? [{ sentence: said('register.needOwing', theirs), href, rank: 2 as const }] : []),
      ];
    });
  },
};

export const ofRegister: readonly Source[] = [overdue];
