import { Sequencer } from '../../src/record';
import { openCheckpoint } from '../../src/record/tree/checkpoint';
import { leafHash } from '../../src/record/tree/hashes';
import { noteVerifier } from '../../src/record/tree/note';
import { parseProofFile, verifyProofFile } from '../../src/record/tree/proof-file';
import { parseBundle } from '../../src/record/tree/tiles';
import { verifyConsistency } from '../../src/record/tree/verify-proofs';
import { type Asker, type Caller, everyone, expectedRefusal, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

let world: World;
let sharing: Sharing;
let log: string;
let entry: string;
let signed: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  for (const title of ['One', 'Two', 'Three']) {
    await sharing.released(title);
    await sharing.pull('cncert');
  }
  await world.app.get(Sequencer, { strict: false }).once();
  const [row] = await world.owner.query<{ log: string; entry: string }[]>(
    `SELECT l.log_id AS log, l.entry_id AS entry FROM record_leaf l JOIN record_log g ON g.id = l.log_id
     WHERE g.kind = 'relationship' ORDER BY l.index DESC LIMIT 1`,
  );
  ({ log, entry } = row!);
  [{ signed }] = await world.owner.query<[{ signed: string }]>(
    'SELECT size AS signed FROM record_checkpoint WHERE log_id = $1',
    [log],
  );
});
afterAll(() => world.close());

const auditor = () => world.as('cncert-auditor');
const at = (place: string, id = log) => `/api/v1/logs/${id}/${place}`;
const text = async (caller: Caller, path: string) => {
  const { status, text: found } = await caller.get(path);
  if (status !== 200) throw new Error(`${status}: ${found}`);
  return found;
};
/** Who signs the log, as an auditor learns it. */
async function signers() {
  const { origin, keys } = (await expected(200, auditor().get(at('keys')))) as {
    origin: string;
    keys: { verifier_key: string }[];
  };
  return { origin, log: keys.map(({ verifier_key: key }) => noteVerifier(key)!), witnesses: [] };
}
const opened = async (note: string) => {
  const found = openCheckpoint(note, await signers());
  if ('fault' in found) throw new Error(found.fault);
  return found.checkpoint;
};

it('the head of a log is signed under a name that never changes, and says how far it reaches', async () => {
  const { size } = await opened(await text(auditor(), at('checkpoint')));
  const [{ n }] = await world.owner.query<[{ n: number }]>(
    'SELECT count(*)::int AS n FROM record_entry WHERE log_id = $1',
    [log],
  );
  expect(size).toBe(n);
});

it('each entry is proved to be in it, and nothing else is', async () => {
  const who = await signers();
  const bundle = parseBundle(
    (
      await auditor().get(
        at(`tile/entries/000.p/${(await opened(await text(auditor(), at('checkpoint')))).size}`),
      )
    ).body as Buffer,
  )!;
  const rows = await world.owner.query<{ id: string }[]>(
    'SELECT entry_id AS id FROM record_leaf WHERE log_id = $1 ORDER BY index',
    [log],
  );
  expect(bundle).toHaveLength(rows.length);
  for (const [index, { id }] of rows.entries()) {
    const proof = await text(auditor(), at(`inclusion?entry=${id}`));
    expect(parseProofFile(proof)?.index).toBe(index);
    expect(verifyProofFile(proof, leafHash(bundle[index]!), who)).toMatchObject({ checkpoint: {} });
    expect(verifyProofFile(proof, leafHash(Buffer.from('other')), who)).toMatchObject({
      fault: 'not-included',
    });
  }
});

it('it is proved that it only grew', async () => {
  const before = await opened(await text(auditor(), at('checkpoint')));
  await sharing.released('Four');
  await sharing.pull('cncert');
  await world.app.get(Sequencer, { strict: false }).once();
  const after = await opened(await text(auditor(), at('checkpoint')));
  expect(after.size).toBeGreaterThan(before.size);
  expect(await opened(await text(auditor(), at(`checkpoint?size=${before.size}`)))).toEqual(before);
  const { proof } = (await expected(
    200,
    auditor().get(at(`consistency?from=${before.size}&to=${after.size}`)),
  )) as { proof: string[] };
  const claim = {
    ...{ oldSize: before.size, oldRoot: before.root, size: after.size, root: after.root },
    proof: proof.map((hash) => Buffer.from(hash, 'base64')),
  };
  expect(verifyConsistency(claim)).toBe(true);
  expect(verifyConsistency({ ...claim, oldRoot: after.root })).toBe(false);
});

it.each([
  ['checkpoint?size=0', 422],
  ['checkpoint?size=1.5', 422],
  ['checkpoint?size=999999999', 404],
  ['inclusion', 422],
  ['inclusion?entry=none', 422],
  ['inclusion?entry=0b9e4c1a-0000-4000-8000-000000000000', 404],
  ['consistency?from=1', 422],
  ['consistency?from=2&to=1', 422],
  ['consistency?from=1&to=999999999', 422],
  ['tile/0/000', 404],
  ['tile/0/000.p/0', 404],
  ['tile/0/0', 404],
  ['tile/64/000.p/1', 404],
  ['tile/entries/x000/000', 404],
  ['tile/data/000.p/1', 404],
] as const)('%s is answered with %i', async (place, status) => {
  expect((await auditor().get(at(place))).status).toBe(status);
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('learns of a log what the auditors of its parties may, and nothing, not even its size, of any other', async () => {
    const refusal = expectedRefusal(asker, ['auditor']);
    const party = asker.organization === 'pkcert' || asker.organization === 'cncert';
    const never = '0b9e4c1a-0000-4000-8000-000000000000';
    for (const place of [
      'checkpoint',
      `checkpoint?size=${signed}`,
      'keys',
      `inclusion?entry=${entry}`,
      'consistency?from=1&to=2',
      'tile/0/000.p/1',
      'tile/entries/000.p/1',
    ]) {
      const [there, absent] = [
        await asker.ask(world).get(at(place)),
        await asker.ask(world).get(at(place, never)),
      ];
      expect([place, there.status]).toEqual([place, refusal ?? (party ? 200 : 404)]);
      expect(absent.status).toBe(refusal ?? 404);
      if (!party) expect(there.text).toBe(absent.text);
    }
  });
});

it('systems read it with a key to witness, and with no other', async () => {
  const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const key = async (scopes: string[], of: 'cncert' | 'corvia') => {
    const made = await expected(
      201,
      world
        .as(`${of}-administrator`)
        .post('/api/v1/api-keys')
        .send({ name: 'A witness', scopes, expires_at }),
    );
    return world.presenting(`Bearer ${(made as { key: string }).key}`);
  };
  const status = async (scopes: string[], of: 'cncert' | 'corvia') =>
    (await (await key(scopes, of)).get(at('checkpoint'))).status;
  expect([
    await status(['witness'], 'cncert'),
    await status(['witness'], 'corvia'),
    await status(['pull', 'report', 'acknowledge'], 'cncert'),
  ]).toEqual([200, 404, 403]);
  expect((await (await key(['witness'], 'cncert')).get('/api/v1/feed')).status).toBe(403);
});
