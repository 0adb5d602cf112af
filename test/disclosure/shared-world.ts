import type { Response } from 'supertest';
import type { OrganizationKey } from '../cast';
import { expected, LABELS, Sharing } from './sharing-world';

/** Titles of what PKCERT has, each with everybody whom it is for. */
export const FOR = {
  'For everybody': 'everybody',
  'For partners': ['cncert', 'corvia'],
  'Another category': ['cncert'],
  'AMBER for partners': ['cncert'],
  'For Corvia alone': ['corvia'],
  'The case': ['cncert'],
  'Of Dunmere alone': [],
  'Not released': [],
  'Without a label': [],
  Embargoed: [],
  Withdrawn: [],
} as const satisfies Record<string, 'everybody' | readonly OrganizationKey[]>;
export type Title = keyof typeof FOR;
export const TITLES = Object.keys(FOR) as Title[];
export const CASE: Title = 'The case';

/** What is for an organization, in alphabetical order. PKCERT is not told of its own. */
export function titlesFor(organization: OrganizationKey | 'public'): Title[] {
  if (organization === 'pkcert') return [];
  const mine = (title: Title) => {
    const readers: 'everybody' | readonly string[] = FOR[title];
    return readers === 'everybody' || readers.includes(organization);
  };
  return TITLES.filter(mine).sort();
}

/**
 * PKCERT shares with CNCERT/CC up to AMBER and with Corvia up to GREEN and phishing only. Dunmere has signed terms
 * that are not in force. Everything was released, or not, as `FOR` says.
 */
export async function sharedWorld(): Promise<Sharing> {
  const sharing = await Sharing.start();
  const types = ['threat_report', 'incident_summary'].map((type) => ({ type, tlp_ceiling: 'AMBER' }));
  await sharing.inForce('cncert', 'PK-CN', { information_types: types });
  await sharing.inForce('corvia', 'PK-XC', { categories: ['fraud/phishing'] });
  await sharing.unsigned('dunmere', 'PK-XD');
  const later = new Date(sharing.world.clock.now().getTime() + 86_400_000).toISOString();
  await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
  await sharing.released('For partners');
  await sharing.released('Another category', { categories: ['malicious-code/c2-server'] });
  await sharing.released('AMBER for partners', { tlp: 'AMBER' });
  await sharing.released('For Corvia alone', { audience: { include: ['corvia'] } });
  await sharing.released('Of Dunmere alone', { audience: { include: ['dunmere'] } });
  await sharing.draft('Not released');
  await sharing.draft('Without a label', { tlp: undefined });
  await sharing.released('Embargoed', { embargo_until: later });
  await sharing.withdraw(await sharing.released('Withdrawn'));
  await releasedCase(sharing);
  sharing.world.clock.advance(1000);
  return sharing;
}

async function releasedCase({ world }: Sharing): Promise<void> {
  const handling = { ...LABELS, information_type: 'incident_summary', audience: { include: 'partners' } };
  const { id } = (await expected(
    201,
    world.as('pkcert-analyst').post('/api/v1/incidents').send({ title: CASE, summary: 'Found.', handling }),
  )) as { id: string };
  const path = `/api/v1/incidents/${id}/release`;
  await expected(201, world.as('pkcert-releaser').post(path).send({ version: 1 }));
}

/** An answer without what differs from one to the next, whatever it is of. */
export const plain = ({ status, text, headers }: Response) => ({
  status,
  text,
  headers: { ...headers, date: '', ratelimit: '' },
});
