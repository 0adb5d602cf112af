import type { Screen } from '../../screen/screen';
import { hasRole } from '../../screen/screen';
import { given } from '../../web-api/refused';
import { type Need, SHOWN, type Source } from './need';

const A_PAGE = 50;

async function ownAdvisories({ api }: Screen) {
  const page = await given(
    api.GET('/api/v1/advisories', { params: { query: { scope: 'own', limit: A_PAGE } } }),
  );
  return page.scope === 'own' ? page.items.filter(({ withdrawn }) => !withdrawn) : [];
}

/** Reports that nobody has answered yet, the oldest first. */
const reports: Source = {
  roles: ['analyst'],
  ask: async (screen) => {
    const { api, t, me } = screen;
    const { items } = await given(
      api.GET('/api/v1/reports', { params: { query: { status: 'received', limit: A_PAGE } } }),
    );
    return items
      .filter(({ recipient }) => recipient === me?.organization.handle)
      .map(({ id, reporter, title, filed_at }): Need => ({
        ...{ sentence: t('home.report', { reporter }), title, since: filed_at, rank: 0 },
        href: `/portal/incidents/reports/${id}`,
      }));
  },
};

/** What is written and has not left: for who goes on with it, and for who may release it. */
const drafts: Source = {
  roles: ['analyst', 'releaser'],
  ask: async (screen) => {
    const releases = hasRole(screen, 'releaser');
    return (await ownAdvisories(screen))
      .filter(({ version, released_version }) => released_version !== version)
      .map(({ id, title, handling, created_at }): Need => ({
        sentence: screen.t(releases ? 'home.toRelease' : 'home.draft'),
        ...{ title, tlp: handling.tlp, since: created_at, rank: releases ? 1 : 2 },
        href: `/portal/advisories/${id}`,
      }));
  },
};

/** What sources of others' content have allowed, recorded by one person and not yet confirmed by a second. */
const consents: Source = {
  roles: ['releaser', 'liaison'],
  ask: async (screen) => {
    const others = (await ownAdvisories(screen)).filter(({ third_party }) => third_party).slice(0, SHOWN);
    const pages = await Promise.all(
      others.map(async ({ id, title }) => {
        const params = { path: { id }, query: { limit: SHOWN } };
        const { items } = await given(screen.api.GET('/api/v1/advisories/{id}/consents', { params }));
        return items
          .filter(({ state }) => state === 'unconfirmed')
          .map(({ to, recorded_at }): Need => ({
            ...{ sentence: screen.t('home.consent', { to }), title, since: recorded_at, rank: 2 },
            href: `/portal/advisories/${id}/consents`,
          }));
      }),
    );
    return pages.flat();
  },
};

/** What teams ask for on request. */
const requests: Source = {
  roles: ['analyst', 'releaser', 'liaison'],
  ask: async ({ api, t }) => {
    const query = { direction: 'received', state: 'open', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/information-requests', { params: { query } }));
    return items.map(({ id, from, subject, open_until, asked_at }): Need => ({
      ...{ sentence: t('home.request', { from }), title: subject, due: open_until, since: asked_at, rank: 1 },
      href: `/portal/requests/${id}`,
    }));
  },
};

/** What others ask to pass on of what the organization shared. */
const consentRequests: Source = {
  roles: ['releaser', 'liaison'],
  ask: async ({ api, t }) => {
    const query = { direction: 'received', state: 'open', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/consent-requests', { params: { query } }));
    return items.map(({ id, from, item, answer_by, asked_at }): Need => ({
      ...{ sentence: t('home.consentAsked', { from }), title: item.title ?? item.reference },
      tlp: item.tlp,
      ...{ due: answer_by, since: asked_at, rank: 1, href: `/portal/consents/${id}` },
    }));
  },
};

/** What one person released alone, until another has reviewed it. */
const alone: Source = {
  roles: ['releaser', 'duty-officer', 'liaison', 'analyst'],
  ask: async ({ api, t }) => {
    const query = { unreviewed: 'true', limit: SHOWN } as const;
    const { items } = await given(api.GET('/api/v1/emergency-releases', { params: { query } }));
    return items.map(({ id, title, tlp, released_by: by, state, due_at, released_at }): Need => ({
      sentence: t(state === 'overdue' ? 'home.aloneOverdue' : 'home.alone', { name: by }),
      ...{ title, tlp, due: due_at, since: released_at, rank: 0 },
      href: `/portal/emergencies/${id}`,
    }));
  },
};

/** Standing rules that wait for their second person. */
const standingRules: Source = {
  roles: ['releaser'],
  ask: async ({ api, t, me }) => {
    const { items } = await given(
      api.GET('/api/v1/standing-rules', { params: { query: { limit: A_PAGE } } }),
    );
    return items
      .filter(({ state, proposed_by_id: by }) => state === 'proposed' && by !== me?.person?.id)
      .map(({ id, name, tlp_up_to: tlp, proposed_at }): Need => ({
        ...{ sentence: t('home.standingRule'), title: name, tlp, since: proposed_at, rank: 2 },
        href: `/portal/standing-rules/${id}`,
      }));
  },
};

export const ofItems: readonly Source[] = [
  standingRules,
  alone,
  reports,
  drafts,
  consents,
  requests,
  consentRequests,
];
