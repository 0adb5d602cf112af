import type { World } from '../cast';
import { expected, Sharing } from './sharing-world';

interface Received {
  items: { title: string; pap: string | null; severity: string | null }[];
}

let sharing: Sharing;
let world: World;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-BOUNDS', {
    severity: { least: 'medium', most: 'high' },
    nexus: 'recipient',
    pap_ceiling: 'GREEN',
    channels: ['voice', 'rest', 'mail'],
  });
  await sharing.inForce('corvia', 'PK-CO-ANY');
});
afterAll(() => world.close());

const FITS = { severity: 'high', nexus: ['CN', 'PK'], pap: 'GREEN' };
const received = async (team: 'cncert' | 'corvia') => {
  world.clock.advance(1000);
  return ((await expected(200, world.withKey(team).get('/api/v1/advisories?limit=200'))) as Received).items;
};

test.each<[string, object, boolean]>([
  ['what fits every bound', {}, true],
  ['what is of the least severity', { severity: 'medium' }, true],
  ['not what is of less', { severity: 'low' }, false],
  ['not what is of more than the most', { severity: 'critical' }, false],
  ['not what affects others only', { nexus: ['PK'] }, false],
  ['not what is said to affect nobody', { nexus: [] }, false],
  ['what has a wider PAP', { pap: 'CLEAR' }, true],
  ['not what has a narrower PAP', { pap: 'AMBER' }, false],
  ['not what has none', { pap: null }, false],
])('terms let go %s, to whom they bind, and tell nobody else apart', async (title, change, goes) => {
  const id = await sharing.released(title, { ...FITS, ...change });
  const [bound, free] = [await received('cncert'), await received('corvia')];
  expect(bound.some((item) => item.title === title)).toBe(goes);
  const { pap = null, severity } = { ...FITS, ...change };
  expect(free.find((item) => item.title === title)).toMatchObject({ pap, severity });
  // What is withheld is not there, whichever id is tried.
  const refused = await world.withKey('cncert').get(`/api/v1/advisories/${id}`);
  expect(refused.status).toBe(404);
});

test('the terms say their bounds in words, and the item keeps what it was labelled', async () => {
  const { terms } = (await expected(
    200,
    world.as('cncert-liaison').get('/api/v1/agreements/PK-CN-BOUNDS'),
  )) as { terms: { grants: { in_words: string; severity: object; nexus: string; pap_ceiling: string }[] }[] };
  expect(terms[0]?.grants[0]).toMatchObject({
    severity: { least: 'medium', most: 'high' },
    nexus: 'recipient',
    pap_ceiling: 'GREEN',
    channels: ['mail', 'rest', 'voice'],
    in_words: expect.stringContaining(
      'of severity medium to high; if it affects the country of CNCERT/CC (demonstration); up to PAP:GREEN; only by encrypted mail, the web API, voice',
    ) as string,
  });
  const id = await sharing.draft('Labelled', FITS);
  const own = (await expected(200, world.as('pkcert-analyst').get(`/api/v1/advisories/${id}`))) as {
    versions: { handling: object }[];
  };
  expect(own.versions[0]?.handling).toMatchObject(FITS);
});

test('terms that leave bounds out are those that say any', async () => {
  const { terms } = (await expected(200, world.as('corvia-liaison').get('/api/v1/agreements/PK-CO-ANY'))) as {
    terms: { grants: object[] }[];
  };
  expect(terms[0]?.grants[0]).toMatchObject({
    severity: 'any',
    nexus: 'any',
    pap_ceiling: 'any',
    channels: 'any',
  });
});
