import { newId } from '../../src/platform/ids';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { ORGANIZATION_KEYS, type OrganizationKey, PERSON_KEYS, startWorld, type World } from '../cast';
import { atTheDoor, enrol } from './people-at-the-door';

/** Each table of credentials, and the id of the organization to which a row of it belongs. */
const TABLES: Record<string, string> = {
  session: 'SELECT organization_id FROM session',
  session_end: 'SELECT s.organization_id FROM session_end e JOIN session s ON s.id = e.session_id',
  refresh_token: 'SELECT s.organization_id FROM refresh_token t JOIN session s ON s.id = t.session_id',
  refresh_rotation: `SELECT s.organization_id FROM refresh_rotation r
    JOIN refresh_token t ON t.token_sha256 = r.token_sha256 JOIN session s ON s.id = t.session_id`,
  password_reset: 'SELECT organization_id FROM password_reset',
  password_reset_end:
    'SELECT r.organization_id FROM password_reset_end e JOIN password_reset r ON r.id = e.reset_id',
  invitation: 'SELECT organization_id FROM invitation',
  invitation_end:
    'SELECT i.organization_id FROM invitation_end e JOIN invitation i ON i.id = e.invitation_id',
  api_key: 'SELECT organization_id FROM api_key',
  api_key_rotation: 'SELECT k.organization_id FROM api_key_rotation r JOIN api_key k ON k.id = r.api_key_id',
  api_key_use: 'SELECT k.organization_id FROM api_key_use u JOIN api_key k ON k.id = u.api_key_id',
  totp_enrolment: 'SELECT organization_id FROM totp_enrolment',
  totp_confirmation: `SELECT t.organization_id FROM totp_confirmation c JOIN totp_enrolment t ON t.id = c.enrolment_id`,
  totp_end: 'SELECT t.organization_id FROM totp_end e JOIN totp_enrolment t ON t.id = e.enrolment_id',
  recovery_code:
    'SELECT t.organization_id FROM recovery_code r JOIN totp_enrolment t ON t.id = r.enrolment_id',
};
/** What only functions read and write, so that the application role sees nothing of it at all. */
const CLOSED = ['totp_used_period', 'sign_in_failure'];

let world: World;
const houses = ORGANIZATION_KEYS.filter((key) => PERSON_KEYS.some((person) => person === `${key}-liaison`));

/** Leaves a row in each table on behalf of an organization. */
async function live(organization: OrganizationKey): Promise<void> {
  const { signIn, refresh } = atTheDoor(() => world);
  const liaison = `${organization}-liaison` as 'pkcert-liaison';
  const administrator = world.as(`${organization}-administrator` as 'pkcert-administrator');
  await refresh(await signIn(liaison));
  const account = `/api/v1/accounts/${world.people[liaison]}`;
  await administrator.post(`${account}/password-reset`);
  await administrator.post(`${account}/password-reset`);
  const person = { email: `invited@${organization}.example`, name: 'Invited', roles: ['analyst'] };
  const { body } = await administrator.post('/api/v1/invitations').send(person);
  await administrator.delete(`/api/v1/invitations/${body.id}`);
  await world.withKey(organization).get('/api/v1/feed');
  const [key] = (await administrator.get('/api/v1/api-keys')).body.items as { id: string }[];
  await administrator
    .post(`/api/v1/api-keys/${key?.id}/rotation`)
    .send({ overlap_hours: 24, expires_at: '2026-09-01T00:00:00Z' });
  await enrol(world, world.as(liaison));
  await administrator.delete(`${account}/second-factor`);
}

beforeAll(async () => {
  world = await startWorld();
  for (const organization of houses) await live(organization);
});
afterAll(() => world.close());

const as = <T>(organization: OrganizationKey, work: (transaction: ViewerTransaction) => Promise<T>) => {
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  const viewer = { organizationId: world.organizations[organization], roles: ['administrator' as const] };
  return transaction.run(viewer, () => work(transaction));
};
type Row = { organization_id: string };

describe.each(Object.entries(TABLES))('%s', (_, sql) => {
  test.each(houses)('shows %s its own rows and those of nobody else', async (organization) => {
    const rows = await as(organization, (transaction) => transaction.query<Row>(sql));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.organization_id))).toEqual(
      new Set([world.organizations[organization]]),
    );
    const all: Row[] = await world.owner.query(sql);
    expect(new Set(all.map((row) => row.organization_id)).size).toBeGreaterThan(1);
  });
});

test.each(CLOSED)('%s is closed to the application role', async (table) => {
  await expect(as('pkcert', (transaction) => transaction.query(`SELECT * FROM ${table}`))).rejects.toThrow(
    /permission denied/,
  );
});

test.each(Object.keys(TABLES))(
  'no row of %s is changed or deleted by the application role',
  async (table) => {
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(as('pkcert', (transaction) => transaction.query(sql))).rejects.toThrow(
        /permission denied/,
      );
  },
);

test.each([
  ['session', 'id, organization_id, account_id, started_at, expires_at'],
  ['password_reset', 'id, organization_id, account_id, token_sha256, created_at, created_by, expires_at'],
  ['totp_enrolment', 'id, organization_id, account_id, secret_sealed, created_at'],
])('%s takes no row for another organization', async (table, columns) => {
  const rows: Record<string, unknown>[] = await world.owner.query(
    `SELECT ${columns} FROM ${table} WHERE organization_id = $1 LIMIT 1`,
    [world.organizations.cncert],
  );
  const [row] = rows;
  const marks = Object.keys(row!).map((_, i) => `$${i + 1}`);
  const insert = `INSERT INTO ${table} (${columns}) VALUES (${marks.join(', ')})`;
  const values = Object.entries(row!).map(
    ([name, value]) => ({ id: newId(), token_sha256: Buffer.alloc(32, 7) })[name] ?? value,
  );
  await expect(as('pkcert', (transaction) => transaction.query(insert, values))).rejects.toThrow(
    /row-level security/,
  );
});

test('the password of nobody in another organization can be set, though the right to set one is there', async () => {
  const before: unknown[] = await world.owner.query('SELECT id, password_hash FROM account ORDER BY id');
  const changed = await as('pkcert', async (transaction) => {
    const sql = 'UPDATE account SET password_hash = password_hash WHERE organization_id <> $1 RETURNING id';
    return transaction.query(sql, [world.organizations.pkcert]);
  });
  expect(changed).toEqual([[], 0]);
  await expect(
    as('pkcert', (transaction) => transaction.query("UPDATE account SET email = 'x@pkcert.example'")),
  ).rejects.toThrow(/permission denied/);
  expect(await world.owner.query('SELECT id, password_hash FROM account ORDER BY id')).toEqual(before);
});
