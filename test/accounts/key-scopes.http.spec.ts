import { asked, inventoryOf } from '../house/inventory';
import { startWorld, type World } from '../cast';

const SCOPES = { pull: 'api-key', report: 'reporting-key', acknowledge: 'acknowledging-key' } as const;
type Scope = keyof typeof SCOPES;

let world: World;
const keys = new Map<string, string>();
const sets: Scope[][] = [
  ['pull'],
  ['report'],
  ['acknowledge'],
  ['pull', 'report'],
  ['report', 'acknowledge'],
  ['pull', 'report', 'acknowledge'],
];
beforeAll(async () => {
  world = await startWorld();
  for (const scopes of sets) {
    const { status, body } = await world
      .as('banking-administrator')
      .post('/api/v1/api-keys')
      .send({ name: scopes.join(' and '), scopes, expires_at: '2026-09-01T00:00:00Z' });
    expect([status, (body as { scopes: string[] }).scopes]).toEqual([201, scopes]);
    keys.set(scopes.join(), (body as { key: string }).key);
  }
});
afterAll(() => world.close());

test.each(sets.map((scopes) => ({ scopes, name: scopes.join(' and ') })))(
  'a key for $name opens the routes of these and no other',
  async ({ scopes }) => {
    const caller = world.presenting(`Bearer ${keys.get(scopes.join())}`);
    for (const { method, path, name, callers } of inventoryOf(world)) {
      const open =
        scopes.some((scope) => callers.includes(SCOPES[scope])) ||
        (callers.includes('anyone') && scopes.includes('pull'));
      expect([name, (await caller[method](asked(path))).status !== 403]).toEqual([name, open]);
    }
  },
);

test('what a key that may file files stands in the name of its systems, whom nobody is', async () => {
  const systems = await world.owner.query<{ id: string; email: string }[]>(
    `SELECT a.id, a.email FROM account a JOIN organization o ON o.id = a.organization_id
     WHERE o.handle = 'banking' AND a.email LIKE '%.invalid'`,
  );
  expect(systems.map(({ email }) => email)).toEqual(['systems@banking.invalid']);
  const held = await world.owner.query<{ scopes: Scope[]; acts_as: string | null }[]>(
    `SELECT k.scopes, k.acts_as FROM api_key k JOIN organization o ON o.id = k.organization_id
     WHERE o.handle = 'banking' AND k.name NOT LIKE 'Systems of%'`,
  );
  expect(held).toHaveLength(sets.length);
  for (const { scopes, acts_as } of held)
    expect([scopes, acts_as]).toEqual([scopes, scopes.includes('report') ? systems[0]!.id : null]);
  const roles = await world.owner.query('SELECT * FROM account_role WHERE account_id = $1', [systems[0]!.id]);
  expect(roles).toEqual([]);
});

test('the successor of a key may do what its predecessor might, in the same name', async () => {
  const listed = (await world.as('banking-administrator').get('/api/v1/api-keys')).body as {
    items: { id: string; name: string }[];
  };
  const { id } = listed.items.find(({ name }) => name === 'report')!;
  const { body } = await world
    .as('banking-administrator')
    .post(`/api/v1/api-keys/${id}/rotation`)
    .send({ overlap_hours: 1, expires_at: '2026-09-01T00:00:00Z' });
  const next = world.presenting(`Bearer ${(body as { key: string }).key}`);
  const report = { title: 'By the successor', aware_at: '2026-03-02T06:00:00Z' };
  const filed = await next.post('/api/v1/reports').send(report);
  expect([filed.status, (filed.body as { filed_by: object }).filed_by]).toEqual([
    201,
    { name: 'Systems of banking', organization: 'banking' },
  ]);
});

test('the database holds no key that files in nobody’s name, or in that of another organization', async () => {
  const named = `SELECT id FROM api_key WHERE name = 'report' LIMIT 1`;
  const id = (await world.owner.query<{ id: string }[]>(named))[0]?.id;
  await world.owner.query('ALTER TABLE api_key DISABLE TRIGGER USER');
  const change = (to: string | null) =>
    world.owner.query('UPDATE api_key SET acts_as = $2 WHERE id = $1', [id, to]);
  await expect(change(null)).rejects.toThrow('api_key_files_as_somebody');
  await expect(change(world.people['cncert-liaison'])).rejects.toThrow('foreign key');
});
