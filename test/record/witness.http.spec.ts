import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogClient } from '../../src/cli/record/log-client';
import { Witness, type Witnessed } from '../../src/cli/record/witness';
import { WitnessFolder } from '../../src/cli/record/witness-folder';
import { Sequencer } from '../../src/record';
import { openCheckpoint } from '../../src/record/tree/checkpoint';
import { cosignedAt, witnessVerifier } from '../../src/record/tree/cosignature';
import { noteVerifier } from '../../src/record/tree/note';
import { type Asker, everyone, expectedRefusal, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

let world: World;
let sharing: Sharing;
let folder: string;
let keys: WitnessFolder;
let witness: Witness;
let log: string;
let verifierKey: string;
const sequence = () => world.app.get(Sequencer, { strict: false }).once();
/** As who owns the database, past every guard of it. */
const tamper = (...statements: string[]) =>
  world.owner.transaction(async (db) => {
    await db.query(`SET LOCAL session_replication_role = replica`);
    for (const statement of statements) await db.query(statement);
  });
beforeAll(async () => {
  sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  await more('One');
  const [row] = await world.owner.query<{ id: string }[]>(
    `SELECT id FROM record_log WHERE kind = 'relationship'`,
  );
  log = row!.id;
  folder = mkdtempSync(join(tmpdir(), 'accord-witness-'));
  keys = new WitnessFolder(join(folder, 'one'));
  ({ verifierKey } = keys.make('witness.cncert.example'));
  await expected(
    201,
    world.as('cncert-administrator').post('/api/v1/witnesses').send({ verifier_key: verifierKey }),
  );
  witness = new Witness(new LogClient(world.url, await apiKey(['witness'])), keys, keys.key()!, () =>
    world.clock.now(),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

async function apiKey(scopes: string[]): Promise<string> {
  const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const sent = { name: 'A witness', scopes, expires_at };
  return (
    (await expected(201, world.as('cncert-administrator').post('/api/v1/api-keys').send(sent))) as {
      key: string;
    }
  ).key;
}
async function more(title: string): Promise<void> {
  await sharing.released(title);
  await sharing.pull('cncert');
  await sequence();
}
const of = (found: readonly Witnessed[], which = log) => found.find((one) => one.log === which);

it('a witness of the other side cosigns every log of its organization, and says whose keys it trusts from then on', async () => {
  const found = await witness.all([], false);
  expect(found.map(({ verdict }) => verdict)).toEqual(['cosigned', 'cosigned']);
  expect(of(found)!.says).toContain('Trusted from now on: ');
  const { items } = (await expected(
    200,
    world.as('pkcert-auditor').get(`/api/v1/logs/${log}/cosignatures`),
  )) as { items: object[] };
  expect(items).toMatchObject([{ organization: 'cncert', verifier_key: verifierKey }]);
});

it('its cosignature stands below the head, and verifies', async () => {
  const { text: note } = await world.as('pkcert-auditor').get(`/api/v1/logs/${log}/checkpoint`);
  const { origin, keys: signers } = (await expected(
    200,
    world.as('pkcert-auditor').get(`/api/v1/logs/${log}/keys`),
  )) as { origin: string; keys: { verifier_key: string }[] };
  const opened = openCheckpoint(note, {
    origin,
    log: signers.map(({ verifier_key: key }) => noteVerifier(key)!),
    witnesses: [witnessVerifier(verifierKey)!],
  });
  expect(opened).toMatchObject({ cosignatures: [{ name: 'witness.cncert.example' }] });
  const [signed] = 'fault' in opened ? [] : opened.cosignatures;
  expect(cosignedAt(signed!.signature)).toBe(Math.floor(world.clock.now().getTime() / 1000));
});

it('what only grew is cosigned again; the same head again changes nothing', async () => {
  await more('Two');
  expect(of(await witness.all([], false))).toMatchObject({ verdict: 'cosigned' });
  expect(of(await witness.all([], false))).toMatchObject({ verdict: 'cosigned' });
});

it('a house log is witnessed by its own organization alone', async () => {
  const houses = (await world.as('cncert-auditor').get('/api/v1/logs')).body as {
    items: { id: string; kind: string }[];
  };
  const house = houses.items.find(({ kind }) => kind === 'house')!.id;
  expect((await world.as('pkcert-auditor').get(`/api/v1/logs/${house}/cosignatures`)).status).toBe(404);
});

describe('a cosignature', () => {
  const send = async (body: object, key = 'witness') =>
    (
      await world
        .presenting(`Bearer ${await apiKey([key])}`)
        .post(`/api/v1/logs/${log}/cosignatures`)
        .send(body)
    ).status;

  it('that verifies with no key of the own organization, or is none, is refused', async () => {
    const { text: note } = await world.as('cncert-auditor').get(`/api/v1/logs/${log}/checkpoint`);
    const size = Number(note.split('\n')[1]);
    const line = note.trimEnd().split('\n').at(-1)!;
    expect(await send({ size, cosignature: line })).toBe(204);
    expect(await send({ size, cosignature: line.replace(/.{4}$/, 'AAAA') })).toBe(422);
    expect(await send({ size, cosignature: `${line}\n${line}` })).toBe(422);
    expect(await send({ size, cosignature: 'x'.repeat(120) })).toBe(422);
    expect(await send({ size: size - 1, cosignature: line })).toBe(404);
    expect(await send({ size, cosignature: line }, 'pull')).toBe(403);
  });

  it('of a witness that was ended is taken no more', async () => {
    const { items } = (await expected(200, world.as('cncert-administrator').get('/api/v1/witnesses'))) as {
      items: { id: string }[];
    };
    const other = new WitnessFolder(join(folder, 'two'));
    const made = other.make('second.cncert.example');
    const { id } = (await expected(
      201,
      world.as('cncert-administrator').post('/api/v1/witnesses').send({ verifier_key: made.verifierKey }),
    )) as { id: string };
    expect(items.map((one) => one.id)).not.toContain(id);
    const second = new Witness(new LogClient(world.url, await apiKey(['witness'])), other, made, () =>
      world.clock.now(),
    );
    expect(of(await second.all([], false))).toMatchObject({ verdict: 'cosigned' });
    const end = () =>
      world.as('cncert-administrator').post(`/api/v1/witnesses/${id}/end`).send({ reason: 'Replaced.' });
    expect([(await end()).status, (await end()).status]).toEqual([201, 409]);
    await more('Three');
    expect(of(await second.all([], false))).toMatchObject({ verdict: 'failed' });
  });
});

it('a key under the name of a log is no witness’s, and an organization has no more than five', async () => {
  const add = (name: string) =>
    world
      .as('corvia-administrator')
      .post('/api/v1/witnesses')
      .send({
        verifier_key: new WitnessFolder(join(folder, name.replaceAll('/', '-'))).make(name).verifierKey,
      });
  expect((await add(`corvia.example/api/v1/logs/${log}`)).status).toBe(422);
  const statuses: number[] = [];
  for (const n of [1, 2, 3, 4, 5, 6]) statuses.push((await add(`w${n}.corvia.example`)).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 409]);
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('learns of witnesses what the parties of a log may, and adds and ends only its own', async () => {
    const caller = asker.ask(world);
    const reads = expectedRefusal(asker, ['auditor', 'administrator']);
    const { status, text } = await caller.get('/api/v1/witnesses');
    const party = ['pkcert', 'cncert'].includes(asker.organization);
    expect([status, text.includes('witness.cncert.example')]).toEqual([reads ?? 200, !reads && party]);
    const adds = expectedRefusal(asker, ['administrator']);
    expect((await caller.post('/api/v1/witnesses').send({ verifier_key: verifierKey })).status).toBe(
      adds ?? 409,
    );
    expect((await caller.post('/api/v1/witnesses').send({ verifier_key: 'x'.repeat(80) })).status).toBe(
      adds ?? 422,
    );
    const [{ id }] = await world.owner.query<[{ id: string }]>(
      'SELECT id FROM record_witness WHERE verifier_key = $1',
      [verifierKey],
    );
    if (asker.organization !== 'cncert')
      expect((await caller.post(`/api/v1/witnesses/${id}/end`).send({ reason: 'Not mine.' })).status).toBe(
        adds ?? 404,
      );
  });
});

describe('whoever owns the database is caught by the witness', () => {
  it('when the newest entries are dropped, and the head before is shown', async () => {
    await more('Four');
    expect(of(await witness.all([], false))).toMatchObject({ verdict: 'cosigned' });
    const [{ size }] = await world.owner.query<[{ size: string }]>(
      'SELECT min(size) AS size FROM record_checkpoint WHERE log_id = $1',
      [log],
    );
    await tamper(
      `CREATE TEMP TABLE kept ON COMMIT PRESERVE ROWS AS SELECT * FROM record_checkpoint WHERE log_id = '${log}' AND size > ${size}`,
      `DELETE FROM record_checkpoint WHERE log_id = '${log}' AND size > ${size}`,
    );
    const found = of(await witness.all([], false));
    expect(found).toMatchObject({ verdict: 'rolled-back' });
    expect(found!.says).toMatch(
      /^The log was rolled back\. This witness saw \d+ entries with the root .+; now it shows /,
    );
  });

  it('when a log is written anew with other entries, and signed by the true key', async () => {
    await tamper(
      `DELETE FROM record_checkpoint WHERE log_id = '${log}'`,
      `DELETE FROM record_leaf WHERE log_id = '${log}'`,
      `DELETE FROM record_node WHERE log_id = '${log}'`,
      `DELETE FROM record_head WHERE log_id = '${log}'`,
      `UPDATE record_entry SET canonical = convert_to('{"other":true}', 'UTF8') WHERE id IN (SELECT id FROM record_entry WHERE log_id = '${log}' ORDER BY position LIMIT 1)`,
      `INSERT INTO record_pending (entry_id, log_id, position) SELECT id, log_id, position FROM record_entry WHERE log_id = '${log}'`,
    );
    await sequence();
    await more('Five');
    const found = of(await witness.all([], false));
    expect(found).toMatchObject({ verdict: 'forked' });
    expect(found!.says).toContain('does not prove that it only grew');
  });

  it('when a head is signed with another key', async () => {
    await tamper(
      `UPDATE record_checkpoint SET note = regexp_replace(note, '\\n\\n.*$', E'\\n\\n— other.example AAAAAAAA\\n') WHERE log_id = '${log}'`,
    );
    expect(of(await witness.all([], false))).toMatchObject({ verdict: 'not-believed' });
  });

  it('when a log is shown no more', async () => {
    await tamper(`DELETE FROM record_log WHERE id = '${log}'`);
    expect(of(await witness.all([], false))).toMatchObject({ verdict: 'gone' });
  });
});
