import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { done, labels, work } from './case-work';

let world: World;
let cases: ReturnType<typeof work>;
beforeAll(async () => {
  const sharing = await Sharing.start();
  ({ world } = sharing);
  cases = work(world);
  const gives = { information_types: [{ type: 'incident_summary', tlp_ceiling: 'GREEN' }] };
  await sharing.inForce('cncert', 'PK-CN-1', { ...gives, victim_identity: 'sector_only' });
  await sharing.inForce('corvia', 'PK-CO-1', gives);
});
afterAll(() => world.close());

const PARTS = [
  { kind: 'field', title: 'Victim', text: 'Invented Bank', tags: ['victim_identity'] },
  { kind: 'indicator', title: 'Address', text: '192.0.2.1' },
  { kind: 'statement', title: 'Suspicion', text: 'An insider.', tlp: 'AMBER' },
];

const read = async (team: 'cncert' | 'corvia') => {
  world.clock.advance(1000);
  const caller = world.withKey(team);
  const { items } = done(await caller.get('/api/v1/incidents'), 200) as { items: { id: string }[] };
  return done(await caller.get(`/api/v1/incidents/${items[0]!.id}`), 200) as {
    version: number;
    parts: object[];
  };
};

test('a case with parts leaves with those that the terms let each team have', async () => {
  const id = await cases.open({
    parts: PARTS,
    handling: labels('partners', { sectors: ['banking', 'energy'] }),
  });
  await cases.release(id, 1);
  const address = { kind: 'indicator', title: 'Address', text: '192.0.2.1', tlp: 'GREEN' };
  const labelled = { ...address, information_type: 'incident_summary', pap: null, tags: [] };
  expect((await read('cncert')).parts).toMatchObject([
    { number: 1, kind: 'field', title: 'Victim', text: 'Sector: banking, energy' },
    { number: 2, ...labelled },
  ]);
  expect((await read('corvia')).parts).toEqual([{ number: 1, ...labelled }]);
});

test('its owner reads all of them, version by version, and the timeline says when they change', async () => {
  const id = await cases.open({ parts: PARTS });
  await cases.change(id, { base: 1, title: 'Kept' });
  const shown = (await cases.change(id, { base: 2, parts: PARTS.slice(1) })) as {
    versions: { parts: { number: number; title: string; tlp: string | null }[] }[];
    timeline: { items: { event: string; changed?: string[] }[] };
  };
  expect(shown.versions.map(({ parts }) => parts.map(({ title }) => title))).toEqual([
    ['Victim', 'Address', 'Suspicion'],
    ['Victim', 'Address', 'Suspicion'],
    ['Address', 'Suspicion'],
  ]);
  expect(shown.versions[2]!.parts[1]).toEqual({
    ...{ number: 2, kind: 'statement', title: 'Suspicion', text: 'An insider.' },
    ...{ tlp: 'AMBER', information_type: null, pap: null, tags: [], victim: null },
  });
  const changes = shown.timeline.items.flatMap(({ changed }) => (changed ? [changed] : []));
  expect(changes).toEqual([[], ['title'], ['parts']]);
  const again = await world
    .as('pkcert-analyst')
    .post(`/api/v1/incidents/${id}/versions`)
    .send({ base: 3, parts: PARTS.slice(1) });
  expect([again.status, again.body]).toMatchObject([422, { type: '/problems/item/unchanged' }]);
});

test('a part that is marked wider than its case is refused, whichever of them changes', async () => {
  const handling = labels('partners', { tlp: 'AMBER' });
  const analyst = world.as('pkcert-analyst');
  const wide = { title: 'Wide', summary: 'Of a test.', handling, parts: [{ ...PARTS[1], tlp: 'GREEN' }] };
  const opened = await analyst.post('/api/v1/incidents').send(wide);
  expect([opened.status, opened.body]).toMatchObject([422, { errors: [{ field: 'parts.0.tlp' }] }]);
  const id = await cases.open({ parts: PARTS });
  const narrowed = await analyst
    .post(`/api/v1/incidents/${id}/versions`)
    .send({ base: 1, handling: labels('partners', { tlp: 'AMBER+STRICT' }) });
  expect([narrowed.status, narrowed.body]).toMatchObject([422, { errors: [{ field: 'parts.2.tlp' }] }]);
});

test('a report opens a case without parts, and is told nothing of those that come later', async () => {
  const report = await cases.file();
  const id = await cases.caseOf(report as { id: string });
  await cases.change(id, { base: 1, parts: PARTS });
  const { text } = await world.as('banking-analyst').get(`/api/v1/reports/${(report as { id: string }).id}`);
  for (const { text: said } of PARTS) expect(text).not.toContain(said);
});
