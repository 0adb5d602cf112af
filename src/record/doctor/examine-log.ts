import { GrowingRoot } from '../tree/growing-root';
import { leafHash } from '../tree/hashes';
import { openCheckpoint } from '../tree/checkpoint';
import { verifierKeyOf } from '../tree/keys';
import { noteVerifier } from '../tree/note';
import { commit } from '../commitments';
import type { AskOwner, Findings } from './drift';

const BATCH = 2000;

interface LeafRow {
  index: number;
  id: string;
  hash: Buffer;
  canonical: Buffer | null;
  parts: { audience: string; salt: string; payload: string }[];
}
interface Signed {
  size: number;
  root: Buffer;
  note: string;
  publicKey: Buffer;
}

const LEAVES = `
  SELECT l.index::float8 AS index, l.entry_id AS id, l.hash, e.canonical,
    COALESCE((SELECT json_agg(json_build_object('audience', p.audience, 'salt', encode(p.salt, 'hex'), 'payload', encode(p.payload, 'hex')))
      FROM record_payload p WHERE p.entry_id = l.entry_id), '[]') AS parts
  FROM record_leaf l LEFT JOIN record_entry e ON e.id = l.entry_id AND e.log_id = l.log_id
  WHERE l.log_id = $1 AND l.index >= $2 ORDER BY l.index LIMIT ${BATCH}`;
const SIGNED = `
  SELECT size::float8 AS size, root, note, public_key AS "publicKey" FROM record_checkpoint WHERE log_id = $1 ORDER BY size`;
/** Stored subtrees that are not what the two below them make, or for which one of these is missing. */
const NODES = `
  SELECT n.level, n.index::float8 AS index FROM record_node n
  WHERE n.log_id = $1 AND n.hash IS DISTINCT FROM app.node_hash(app.subtree($1, n.level - 1, n.index * 2), app.subtree($1, n.level - 1, n.index * 2 + 1))
  ORDER BY n.level, n.index LIMIT 100`;

/** Whether each part opens what its entry committed to. */
function wrongParts({ canonical, parts }: LeafRow): string[] {
  let commitments: Record<string, string> = {};
  try {
    commitments =
      (JSON.parse(canonical!.toString('utf8')) as { commitments?: Record<string, string> }).commitments ?? {};
  } catch {
    return [];
  }
  return parts
    .filter(
      ({ audience, salt, payload }) =>
        commitments[audience] !== commit(Buffer.from(salt, 'hex'), Buffer.from(payload, 'hex')),
    )
    .map(({ audience }) => audience);
}

/**
 * Recomputes the tree of a log from the bytes of its entries, in one pass, and compares it with what is stored and was
 * signed. The memory it takes does not grow with the log.
 * @returns how many entries were looked at
 */
export async function examineLog(ask: AskOwner, log: string, found: Findings): Promise<number> {
  const [head] = await ask<{ size: number; signedSize: number; origin: string | null }>(
    'SELECT size::float8 AS size, signed_size::float8 AS "signedSize", origin FROM record_head WHERE log_id = $1',
    [log],
  );
  const signed = await ask<Signed>(SIGNED, [log]);
  const growing = new GrowingRoot();
  let next = 0;
  const compare = () => {
    for (; next < signed.length && signed[next]!.size === growing.size; next += 1)
      if (!signed[next]!.root.equals(growing.root()))
        found.add(
          'checkpoint',
          log,
          `The head of ${growing.size} entries was signed with another root than they have.`,
        );
  };
  for (let rows = await ask<LeafRow>(LEAVES, [log, 0]); rows.length > 0;) {
    for (const row of rows) {
      if (row.index !== growing.size)
        found.add('leaf', log, `Leaf ${growing.size} is missing: leaf ${row.index} comes next.`);
      if (row.canonical === null) found.add('lost', log, `Entry ${row.id}, leaf ${row.index}, is gone.`);
      else if (!leafHash(row.canonical).equals(row.hash))
        found.add('entry', log, `Entry ${row.id} is not what leaf ${row.index} was made of.`);
      for (const audience of row.canonical === null ? [] : wrongParts(row))
        found.add('part', log, `The part ${audience} of entry ${row.id} is not what was committed to.`);
      growing.add(row.canonical === null ? row.hash : leafHash(row.canonical));
      compare();
    }
    rows = await ask<LeafRow>(LEAVES, [log, rows.at(-1)!.index + 1]);
  }
  for (const { level, index } of await ask<{ level: number; index: number }>(NODES, [log]))
    found.add('node', log, `The subtree at level ${level}, place ${index}, is not what is below it.`);
  if (head && head.size !== growing.size)
    found.add('head', log, `The log has ${growing.size} leaves, and its head says ${head.size}.`);
  for (const { size } of signed.slice(next))
    found.add('checkpoint', log, `A head of ${size} entries was signed, and there are ${growing.size}.`);
  if ((signed.at(-1)?.size ?? 0) !== (head?.signedSize ?? 0))
    found.add(
      'head',
      log,
      `The head says that ${head?.signedSize} entries are signed, and the last head that is kept has ${signed.at(-1)?.size ?? 0}.`,
    );
  checkSignatures(log, head?.origin ?? '', signed, found);
  return growing.size;
}

function checkSignatures(log: string, origin: string, signed: readonly Signed[], found: Findings): void {
  for (const { note, publicKey, size, root } of signed) {
    const verifier = origin ? noteVerifier(verifierKeyOf(origin, publicKey)) : undefined;
    const opened = verifier && openCheckpoint(note, { origin, log: [verifier], witnesses: [] });
    const fits =
      opened &&
      !('fault' in opened) &&
      opened.checkpoint.size === size &&
      opened.checkpoint.root.equals(root);
    if (!fits) found.add('checkpoint', log, `The signature of the head of ${size} entries does not verify.`);
  }
}
