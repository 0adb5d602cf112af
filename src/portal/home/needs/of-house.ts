import { standingOf } from '../../screen/screen';
import { given } from '../../web-api/refused';
import { type Need, SHOWN, type Source } from './need';

/** What keeps the organization from sharing, and who is told of it. */
const MISSING = {
  'second-factor-missing': ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator'],
  'agreement-not-in-force': ['liaison'],
  'direction-paused': ['analyst', 'releaser'],
  'types-paused': ['analyst', 'releaser'],
  'contact-not-verified': ['administrator', 'liaison', 'duty-officer'],
  'releaser-missing': ['administrator'],
  'second-person-missing': ['administrator'],
  'namespace-missing': ['administrator'],
  'api-key-missing': ['administrator'],
} as const;
type Missing = keyof typeof MISSING;

const isTold = (code: string): code is Missing => Object.hasOwn(MISSING, code);

const placeOf = (code: Missing, handle: string, counterpart: string | null): string => {
  if (code === 'second-factor-missing') return '/portal/account/second-factor';
  if (code === 'agreement-not-in-force') return '/portal/agreements';
  if (code === 'direction-paused' || code === 'types-paused')
    return `/portal/organizations/${counterpart ?? handle}`;
  if (code === 'contact-not-verified' || code === 'namespace-missing')
    return `/portal/organizations/${handle}`;
  return code === 'api-key-missing' ? '/portal/administration/keys' : '/portal/administration';
};

const missing: Source = {
  roles: ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator'],
  ask: (screen) => {
    const { t, me } = screen;
    return Promise.resolve(
      standingOf(screen).missing.flatMap(({ code, counterpart, agreement }): Need[] => {
        if (!isTold(code) || !MISSING[code].some((role) => me?.roles.includes(role))) return [];
        const values = { counterpart: counterpart ?? '', agreement: agreement ?? '' };
        const href = placeOf(code, me?.organization.handle ?? '', counterpart);
        const rank = code === 'second-factor-missing' ? 0 : 3;
        return [{ sentence: t(`home.missing_${code}`, values), href, rank }];
      }),
    );
  },
};

const people: Source = {
  roles: ['administrator'],
  ask: async ({ api, t }) => {
    const { items } = await given(api.GET('/api/v1/accounts', { params: { query: { limit: 200 } } }));
    return items
      .filter(({ second_factor_since, departed_at }) => second_factor_since === null && departed_at === null)
      .map(({ id, name }): Need => ({
        ...{ sentence: t('home.withoutSecondFactor'), title: name, rank: 2 },
        href: `/portal/administration/people/${id}`,
      }));
  },
};

const apiKeys: Source = {
  roles: ['administrator'],
  ask: async ({ api, t }) => {
    const { items } = await given(api.GET('/api/v1/api-keys', { params: { query: { limit: 200 } } }));
    return items
      .filter(
        ({ expires_soon, revoked_at, replaced_by }) =>
          expires_soon && revoked_at === null && replaced_by === null,
      )
      .map(({ id, name, expires_at }): Need => ({
        ...{ sentence: t('home.apiKey'), title: name, due: expires_at, rank: 1 },
        href: `/portal/administration/keys/${id}`,
      }));
  },
};

const logs: Source = {
  roles: ['auditor'],
  ask: async ({ api, t }) => {
    const { items } = await given(api.GET('/api/v1/logs'));
    return items.slice(0, SHOWN).map(({ kind, parties, entries }): Need => ({
      sentence: t(`home.log_${kind}`, { parties: parties.join(' · '), count: entries }),
      ...{ href: '/portal/record', rank: 3 },
    }));
  },
};

export const ofHouse: readonly Source[] = [missing, people, apiKeys, logs];
