import { hasRole, standingOf } from '../../screen/screen';
import { given } from '../../web-api/refused';
import { isWithin, type Need, type Source } from './need';

const LAPSES_SOON_DAYS = 30;
/** Steps that carry an agreement on; that one may always propose, suspend or end waits for nobody. */
const WAITING = ['submit', 'approve', 'sign', 'notify', 'enter_into_force', 'confirm'] as const;

const steps: Source = {
  roles: ['liaison'],
  ask: (screen) =>
    Promise.resolve(
      (standingOf(screen).agreements ?? []).flatMap(({ reference, title, next_steps }) =>
        WAITING.filter((step) => next_steps.includes(step)).map((step): Need => ({
          ...{
            sentence: screen.t(`home.step_${step}`, { reference }),
            title,
            rank: step === 'confirm' ? 1 : 2,
          },
          href: `/portal/agreements/${reference}`,
        })),
      ),
    ),
};

/** Contacts of the own organization that cannot be relied on, now or soon; liaison officers are reminded of what lapses. */
const contacts: Source = {
  roles: ['liaison', 'administrator'],
  ask: async (screen) => {
    const { api, t, me } = screen;
    const handle = me?.organization.handle ?? '';
    const { items } = await given(
      api.GET('/api/v1/organizations/{handle}/contacts', { params: { path: { handle } } }),
    );
    return items
      .filter(
        ({ verification, verification_lapses_at: lapses }) =>
          verification !== 'verified' ||
          (!hasRole(screen, 'liaison') && isWithin(screen, lapses, LAPSES_SOON_DAYS)),
      )
      .map(({ name, email, verification, verification_lapses_at: due }): Need => ({
        ...{ sentence: t(`home.contact_${verification}`), title: name ?? email, due, rank: 2 },
        href: `/portal/organizations/${handle}`,
      }));
  },
};

const pgpKeys: Source = {
  roles: ['liaison', 'administrator'],
  ask: async (screen) => {
    const { api, t, me } = screen;
    const handle = me?.organization.handle ?? '';
    const { items } = await given(
      api.GET('/api/v1/organizations/{handle}/keys', { params: { path: { handle } } }),
    );
    return items
      .filter(({ expires_at }) => isWithin(screen, expires_at, LAPSES_SOON_DAYS))
      .map(({ fingerprint, expires_at }): Need => ({
        ...{ sentence: t('home.pgpKey'), title: fingerprint.slice(-16), due: expires_at, rank: 2 },
        href: `/portal/organizations/${handle}`,
      }));
  },
};

/** Versions of the national overlay that one person recorded and no second has confirmed. */
const overlays: Source = {
  roles: ['liaison'],
  ask: async ({ api, t }) => {
    const { items } = await given(api.GET('/api/v1/overlay/versions', { params: { query: { limit: 10 } } }));
    return items
      .filter(({ state }) => state === 'awaiting_confirmation')
      .map(({ number, law, recorded_at }): Need => ({
        ...{ sentence: t('home.overlay'), title: law, since: recorded_at, rank: 1 },
        href: `/portal/overlay/${number}`,
      }));
  },
};

export const ofAgreements: readonly Source[] = [steps, contacts, pgpKeys, overlays];
