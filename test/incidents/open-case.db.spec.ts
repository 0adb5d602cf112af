import { startWorld, type World } from '../cast';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { UNKNOWN, work } from './case-work';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Runs statements as the application does for a person: with row-level security. */
const asked = (organization: 'banking' | 'energy' | 'pkcert', sql: string, parameters: unknown[] = []) => {
  const viewer = {
    organizationId: world.organizations[organization],
    personId: world.people[`${organization}-analyst`],
    roles: ['analyst'] as const,
  };
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  return transaction.run(viewer, () => transaction.query<Record<string, unknown>>(sql, parameters));
};

const insert = `INSERT INTO report (id, reporter_id, recipient_id, title, description, aware_at, filed_at, filed_by, follows_id)
  VALUES (gen_random_uuid(), $1, $2, 'x', '', app.at(), app.at(), $3, $4) RETURNING id`;

describe('app.open_case', () => {
  test.each(['energy', 'pkcert'] as const)(
    'opens nothing for %s, which did not file the report',
    async (who) => {
      const { id } = await work(world).file();
      await expect(asked(who, 'SELECT app.open_case($1)', [id])).rejects.toThrow('only who filed');
    },
  );

  test('opens nothing for a report that is not there', async () => {
    await expect(asked('banking', 'SELECT app.open_case($1)', [UNKNOWN])).rejects.toThrow('only who filed');
  });

  test('opens one case a report', async () => {
    const { id } = await work(world).file();
    await expect(asked('banking', 'SELECT app.open_case($1)', [id])).rejects.toThrow('report_case_pkey');
  });

  test('tells the reporter nothing', async () => {
    const { id } = await work(world).file();
    expect(await asked('banking', 'SELECT * FROM report_case')).toEqual([]);
    expect(await asked('banking', 'SELECT * FROM item')).toEqual([]);
    expect((await asked('pkcert', 'SELECT * FROM report_case WHERE report_id = $1', [id])).length).toBe(1);
  });
});

describe('the database', () => {
  const of = (...keys: ('banking' | 'energy' | 'pkcert')[]) => keys.map((key) => world.organizations[key]);

  test('takes a report from its reporter to the organization above it only', async () => {
    const by = world.people['banking-analyst'];
    await expect(asked('banking', insert, [...of('energy', 'pkcert'), by, null])).rejects.toThrow(
      'row-level',
    );
    await expect(asked('banking', insert, [...of('banking', 'energy'), by, null])).rejects.toThrow(
      'row-level',
    );
  });

  test('takes no report that follows another organization’s', async () => {
    const { id } = await work(world).file({}, 'energy-analyst');
    const by = world.people['banking-analyst'];
    await expect(asked('banking', insert, [...of('banking', 'pkcert'), by, id])).rejects.toThrow(
      'foreign key',
    );
  });

  test.each(['report', 'report_case', 'report_answer', 'case_note'])('changes no %s', async (table) => {
    await expect(world.owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    await expect(asked('pkcert', `DELETE FROM ${table}`)).rejects.toThrow('permission denied');
  });

  test('names to a reporter only its own people, to the recipient those who reported to it', async () => {
    await work(world).file();
    const everybody = [Object.values(world.people)];
    const names = async (who: 'banking' | 'energy' | 'pkcert') =>
      new Set(
        (await asked(who, 'SELECT * FROM app.people_behind($1)', everybody)).map((row) => row.organization),
      );
    expect(await names('energy')).toEqual(new Set(['energy']));
    expect(await names('banking')).toEqual(new Set(['banking']));
    expect(await names('pkcert')).toEqual(new Set(['pkcert', 'banking', 'energy']));
  });
});
