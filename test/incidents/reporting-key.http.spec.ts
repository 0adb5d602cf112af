import { houseLog } from '../cast/house-log';
import { type Caller, type OrganizationKey, startWorld, type World } from '../cast';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { AWARE, work } from './case-work';

interface Report {
  id: string;
  title: string;
  filed_by: object;
  incident?: string;
}

let world: World;
const systems = {} as Record<'banking' | 'energy' | 'pkcert' | 'cncert', Caller>;
beforeAll(async () => {
  world = await startWorld();
  for (const handle of ['banking', 'energy', 'pkcert', 'cncert'] as const) {
    const { body } = await world
      .as(`${handle}-administrator`)
      .post('/api/v1/api-keys')
      .send({ name: `Sensor of ${handle}`, scopes: ['report'], expires_at: '2026-09-01T00:00:00Z' });
    systems[handle] = world.presenting(`Bearer ${(body as { key: string }).key}`);
  }
});
afterAll(() => world.close());

const file = (by: Caller, change: object = {}) =>
  by.post('/api/v1/reports').send({ title: 'Seen by a sensor', aware_at: AWARE, ...change });

test('a system files a report, which opens a case at its national CERT', async () => {
  const { status, body } = await file(systems.banking);
  expect([status, body]).toMatchObject([
    201,
    { reporter: 'banking', recipient: 'pkcert', filed_by: { name: 'Systems of banking' } },
  ]);
  const received = (await world.as('pkcert-analyst').get(`/api/v1/reports/${(body as Report).id}`))
    .body as Report;
  expect(received).toMatchObject({ title: 'Seen by a sensor', filed_by: { organization: 'banking' } });
  expect((await world.as('pkcert-analyst').get(`/api/v1/incidents/${received.incident}`)).status).toBe(200);
  for (const side of ['banking', 'pkcert'] as OrganizationKey[]) {
    const entry = (await houseLog(world, side)).findLast(({ kind }) => kind === 'report-filed');
    expect(entry?.shared).toMatchObject({ report: (body as Report).id, api_key: 'Sensor of banking' });
  }
});

test('a retry under one idempotency key files one report', async () => {
  const send = () => file(systems.banking, { title: 'Once' }).set('Idempotency-Key', 'sensor-1');
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map(({ body }) => (body as Report).id)).size).toBe(1);
});

test('a system reads what its organization filed, and nothing that it received', async () => {
  const byPerson = (await work(world).file({ title: 'By a person' })) as Report;
  const list = (await systems.banking.get('/api/v1/reports')).body as { items: Report[] };
  const all = (await world.as('banking-analyst').get('/api/v1/reports')).body as { items: Report[] };
  expect(list.items.map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  expect((await systems.banking.get(`/api/v1/reports/${byPerson.id}`)).status).toBe(200);
  for (const other of [systems.pkcert, systems.energy, systems.cncert]) {
    expect((await other.get('/api/v1/reports')).body).toEqual({ items: [], next: null });
    expect((await other.get(`/api/v1/reports/${byPerson.id}`)).status).toBe(404);
  }
});

test('a system of a national CERT files no report, and answers none', async () => {
  expect((await file(systems.pkcert)).body).toMatchObject({ type: '/problems/report/no-recipient' });
  const { id } = (await work(world).file()) as Report;
  const answer = await systems.pkcert
    .post(`/api/v1/reports/${id}/answers`)
    .send({ status: 'closed', answer: 'No.' });
  expect(answer.status).toBe(403);
});

test('app.open_case opens nothing for a key that did not file the report, or files as somebody else', async () => {
  const { id } = (await file(systems.banking)).body as Report;
  const viewer = { organizationId: world.organizations.banking, roles: [] };
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  const inserted = (filedBy: string) =>
    transaction.run(viewer, async () => {
      const row = await transaction.one<{ id: string }>(
        `INSERT INTO report (id, reporter_id, recipient_id, title, description, aware_at, filed_at, filed_by, filed_with)
         SELECT gen_random_uuid(), r.reporter_id, r.recipient_id, 'x', '', app.at(), app.at(), $2, r.filed_with
         FROM report r WHERE r.id = $1 RETURNING id`,
        [id, filedBy],
      );
      await transaction.query('SELECT app.open_case($1)', [row?.id]);
    });
  await expect(inserted(world.people['banking-analyst'])).rejects.toThrow('only who filed');
  await expect(
    transaction.run({ ...viewer, personId: world.people['banking-analyst'] }, () =>
      transaction.query('SELECT app.open_case($1)', [id]),
    ),
  ).rejects.toThrow('only who filed');
});
