import { RULES_VERSION } from '../../src/disclosure/rules/decide';
import { addedToHouseLog, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { Desk } from './asking';

const HOUR = 3_600_000;

describe('replaying a disclosure', () => {
  let sharing: Sharing;
  let world: World;
  let desk: Desk;
  let item: string;
  let everybodys: string;
  let disclosedAt: string;
  const now = () => world.clock.now().toISOString();
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new Desk(world, 'pkcert-auditor');
    await sharing.inForce('cncert', 'PK-CN');
    item = await sharing.released('Shared');
    everybodys = await sharing.released('Everybody’s', { tlp: 'CLEAR' }, true);
    await sharing.pull('cncert');
    disclosedAt = now();
    world.clock.advance(HOUR);
  });
  afterAll(() => world.close());

  it('gives the recorded decision beside the replayed one, and no differences', async () => {
    const view = await desk.replay(item, 'cncert', disclosedAt, undefined, { channel: 'rest' });
    const grant = { basis: 'grant', agreement: 'PK-CN', terms_version: 1, clause: 'Art. 1' };
    expect(view).toMatchObject({ released: true, cited: grant, differences: [] });
    expect(view.recorded).toEqual({
      ...grant,
      obligations: [],
      transformations: [],
      at: disclosedAt,
      team: 'cncert',
      projection: 'summary',
      rules_version: RULES_VERSION,
      channel: 'rest',
      purpose: null,
      verdicts: view.bases
        .find(({ basis }) => basis === 'grant')!
        .verdicts.map(({ rule, verdict }) => ({ rule, verdict })),
    });
  });

  it('compares at the instant of the record, also when the direction is stopped since', async () => {
    const stop = await sharing.stop('cncert');
    world.clock.advance(HOUR);
    const view = await desk.replay(item, 'cncert', now());
    expect([view.released, view.recorded?.at, view.differences]).toEqual([false, disclosedAt, []]);
    await sharing.resume(stop);
    world.clock.advance(HOUR);
  });

  it('knows of no disclosure before it, to another team, or of what nobody read', async () => {
    const before = new Date(Date.parse(disclosedAt) - 1).toISOString();
    expect((await desk.replay(item, 'cncert', before)).recorded).toBeNull();
    expect((await desk.replay(item, 'corvia', now())).recorded).toBeNull();
    const unread = await sharing.released('Unread');
    expect((await desk.replay(unread, 'cncert', now())).recorded).toBeNull();
  });

  it('gives that of a public item for every team, since it was disclosed to everybody at its release', async () => {
    for (const team of ['cncert', 'dunmere', 'public']) {
      const { recorded, differences } = await desk.replay(everybodys, team, now());
      expect([recorded?.team, recorded?.basis, differences]).toEqual(['public', 'public', []]);
    }
  });

  it('writes down of which instant was asked', async () => {
    const added = await addedToHouseLog(world, 'pkcert', () => desk.replay(item, 'cncert', disclosedAt));
    const asked = { question: 'replay', item, version: 1, team: 'cncert', at: disclosedAt };
    const shared = { ...asked, person: world.people['pkcert-auditor'], through: 'rest' };
    expect(added).toEqual([{ kind: 'decision-asked', shared }]);
  });

  it('says where the record and the rules part: another version of the rules, another verdict', async () => {
    const altered = (table: string, sql: string) =>
      world.owner.query(
        `ALTER TABLE ${table} DISABLE TRIGGER USER; UPDATE ${table} SET ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
      );
    const grounds = (sql: string) => altered('disclosure_grounds', `${sql} WHERE clause IS NOT NULL`);
    await altered('disclosure', `rules_version = 7 WHERE basis = 'grant'`);
    await grounds(
      `decision = jsonb_set(decision, '{verdicts,1}', '{"rule": "D-04", "verdict": "not-applicable"}')`,
    );
    const view = await desk.replay(item, 'cncert', disclosedAt);
    expect([view.rules_version, view.recorded?.rules_version]).toEqual([RULES_VERSION, 7]);
    expect(view.differences).toEqual([
      { what: 'rules_version', recorded: '7', replayed: String(RULES_VERSION) },
      { what: 'D-04', recorded: 'not-applicable', replayed: 'passes' },
    ]);
    await grounds(`clause = 'Art. 99'`);
    const differences = (await desk.replay(item, 'cncert', disclosedAt)).differences;
    expect(differences).toContainEqual({ what: 'clause', recorded: 'Art. 99', replayed: 'Art. 1' });
  });
});
