import { newPrivateKeyFile, readSigningKey, Sequencer, SIGNATURE_TYPE } from '../../src/record';
import { everyone, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { browse } from './browse';

const PLACE = '/portal/administration/witnesses';

let world: World;
let log: string;
let key: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  await sharing.released('One');
  await sharing.pull('cncert');
  const [row] = await world.owner.query<{ id: string }[]>(
    `SELECT id FROM record_log WHERE kind = 'relationship'`,
  );
  log = `/portal/record/logs/${row!.id}`;
  key = readSigningKey('witness.cncert.example', newPrivateKeyFile(), SIGNATURE_TYPE.cosignature).verifierKey;
});
afterAll(() => world.close());

describe('witnesses', () => {
  it('are added by an administrator, with what was wrong said at the field and nothing lost', async () => {
    const administrator = await browse(world, 'cncert-administrator');
    expect((await administrator.get(PLACE)).text).toContain('There are no witnesses yet.');
    const refused = await administrator.post(PLACE, { verifier_key: key.slice(0, -4) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is no key of a witness');
    expect(refused.text).toContain(key.slice(0, -4));
    expect((await administrator.post(PLACE, { verifier_key: key })).location).toBe(`${PLACE}?told=recorded`);
    const { text } = await administrator.get(PLACE);
    expect(text).toContain('witness.cncert.example');
  });

  it('are read by the parties of a log, and ended by their own administrator with a reason', async () => {
    const other = await browse(world, 'pkcert-administrator');
    const { text } = await other.get(PLACE);
    expect(text).toContain('witness.cncert.example');
    expect(text).not.toContain('End this witness');
    const [{ id }] = await world.owner.query<[{ id: string }]>('SELECT id FROM record_witness');
    expect((await other.post(`${PLACE}/${id}/end`, { reason: 'Not mine.' })).status).toBe(404);
    const own = await browse(world, 'cncert-administrator');
    expect((await own.post(`${PLACE}/${id}/end`, { reason: '' })).status).toBe(422);
    expect((await own.post(`${PLACE}/${id}/end`, { reason: 'Replaced.' })).location).toBe(
      `${PLACE}?told=recorded`,
    );
    expect((await own.get(PLACE)).text).toContain('Replaced.');
  });

  it('of others are absent to who shares no log with them', async () => {
    for (const { person, organization, is } of everyone) {
      if (!person || !is.includes('administrator') || ['pkcert', 'cncert'].includes(organization)) continue;
      const { text } = await (await browse(world, person)).get(PLACE);
      expect([person, text.includes('witness.cncert.example')]).toEqual([person, false]);
    }
  });
});

describe('a log', () => {
  it('says how far it is signed, and by whom it was witnessed', async () => {
    const auditor = await browse(world, 'cncert-auditor');
    expect((await auditor.get(log)).text).toContain('No head of it is signed yet.');
    await world.app.get(Sequencer, { strict: false }).once();
    const { text } = await auditor.get(log);
    expect(text).toContain('How far it is signed');
    expect(text).toContain('Nobody yet');
  });

  it('is downloaded whole, as a zip', async () => {
    const { status, headers } = await (
      await browse(world, 'cncert-auditor')
    ).get(`${log}/export?format=bundle`);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
  });
});
