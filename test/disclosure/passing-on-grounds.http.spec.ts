import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { ORGANIZATION_KEYS, type OrganizationKey, type World } from '../cast';
import { Passing } from './passing-world';

/** What the agreement of the parent is called, and the clause of its grant. */
const NAMES = ['CN-PK', 'Art. 4'];

let world: World;
let passing: Passing;
beforeAll(async () => {
  passing = await Passing.start();
  ({ world } = passing);
  await passing.released('Passed on');
  await passing.passedOn('Passed on', 'banking');
  await passing.pull('banking');
});
afterAll(() => world.close());

describe('what row-level security alone lets a team read of what it was disclosed', () => {
  /** Every row of every table that the serving role may read, as a team reads it. */
  async function readable(team: OrganizationKey): Promise<string> {
    const transaction = world.app.get(ViewerTransaction, { strict: false });
    return transaction.run({ organizationId: world.organizations[team], roles: [] }, async () => {
      const tables = await transaction.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
           AND has_table_privilege(oid, 'SELECT') ORDER BY 1`,
      );
      expect(tables.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['disclosure', 'record_payload']),
      );
      const read: string[] = [];
      for (const { name } of tables) {
        const rows = await transaction.query<{ row: string }>(
          name === 'record_payload'
            ? `SELECT convert_from(payload, 'UTF8') AS row FROM record_payload`
            : `SELECT to_jsonb(t)::text AS row FROM ${name} t`,
        );
        read.push(...rows.map(({ row }) => row));
      }
      return read.join('\n');
    });
  }

  it('names neither grant, terms, agreement nor clause of its parent to a constituent; owner and parent read them', async () => {
    const [terms] = await world.owner.query<{ id: string }[]>('SELECT id FROM terms_version');
    const words = [terms!.id, ...NAMES];
    const reads = async (team: OrganizationKey) => {
      const all = await readable(team);
      return words.map((word) => all.includes(word));
    };
    for (const team of ['cncert', 'pkcert'] as const) expect(await reads(team)).toEqual([true, true, true]);
    for (const team of ORGANIZATION_KEYS)
      if (team !== 'cncert' && team !== 'pkcert') expect(await reads(team)).toEqual([false, false, false]);
    const ofDisclosures = async (team: OrganizationKey) => (await readable(team)).includes('"verdicts"');
    expect([await ofDisclosures('cncert'), await ofDisclosures('banking')]).toEqual([true, false]);
  });
});

it('tells a constituent over HTTP neither the agreement nor the clause of its parent', async () => {
  const id = await passing.idAt('banking', 'Passed on');
  const paths = ['feed', 'advisories', `advisories/${id}`, 'me', 'acknowledgements', 'logs', 'organizations'];
  const texts = async (team: 'banking' | 'pkcert') => {
    const told: string[] = [];
    for (const path of paths)
      for (const caller of [world.withKey(team), world.as(`${team}-analyst`)])
        told.push((await caller.get(`/api/v1/${path}`)).text);
    return told.join('\n');
  };
  const own = await texts('pkcert');
  const others = await texts('banking');
  expect(others).toContain('Passed on');
  expect([NAMES.map((name) => own.includes(name)), NAMES.map((name) => others.includes(name))]).toEqual([
    [true, true],
    [false, false],
  ]);
});
