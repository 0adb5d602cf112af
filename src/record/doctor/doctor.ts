import type { AskOwner, Drift } from './drift';
import { Findings } from './drift';
import { examineLog } from './examine-log';

/** As many findings as anybody reads; all are counted. */
const MOST = 200;

export interface Diagnosis {
  logs: number;
  entries: number;
  disclosures: number;
  /** Entries that wait for their place in a tree. */
  waiting: number;
  keys: string[];
  found: number;
  drift: Drift[];
}

/** Entries that are in no tree and do not wait for it either. */
const FORGOTTEN = `
  SELECT e.id, e.log_id AS log FROM record_entry e WHERE NOT EXISTS (SELECT 1 FROM record_leaf l WHERE l.entry_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM record_pending p WHERE p.entry_id = e.id) ORDER BY e.position LIMIT 200`;
const WAITING = 'SELECT count(*)::int AS n FROM record_pending';
const DISCLOSURES = `
  SELECT d.id, d.log_id AS log, sha256(r.bytes) = r.sha256 AS whole, r.sha256 = d.content_sha256 AS same,
    COALESCE((SELECT convert_from(p.payload, 'UTF8')::jsonb ->> 'content_sha256' FROM record_payload p
      WHERE p.entry_id = d.entry_id AND p.audience = 'shared'), encode(d.content_sha256, 'hex')) = encode(d.content_sha256, 'hex') AS recorded
  FROM disclosure d LEFT JOIN rendition r ON r.variant_version_id = d.variant_version_id AND r.projection = d.projection
  WHERE d.id > $1 AND d.projection <> 'told' ORDER BY d.id LIMIT 500`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface DisclosureRow {
  id: string;
  log: string;
  whole: boolean | null;
  same: boolean | null;
  recorded: boolean;
}

async function examineDisclosures(ask: AskOwner, found: Findings): Promise<number> {
  let count = 0;
  for (let rows = await ask<DisclosureRow>(DISCLOSURES, [BEFORE_ALL]); rows.length > 0;) {
    for (const { id, log, whole, same, recorded } of rows) {
      count += 1;
      if (!whole) found.add('rendition', log, `What was disclosed by ${id} is no longer there as it was.`);
      else if (!same) found.add('disclosure', log, `Disclosure ${id} has another digest than what left.`);
      if (!recorded) found.add('disclosure', log, `Disclosure ${id} has another digest than its entry.`);
    }
    rows = await ask<DisclosureRow>(DISCLOSURES, [rows.at(-1)!.id]);
  }
  return count;
}

/** Recomputes every tree, part and content digest of a live database from the bytes that there are, and lists what drifted. */
export async function diagnose(ask: AskOwner): Promise<Diagnosis> {
  const found = new Findings(MOST);
  const logs = await ask<{ id: string }>(
    'SELECT id FROM record_log UNION SELECT log_id FROM record_leaf UNION SELECT log_id FROM record_checkpoint ORDER BY 1',
  );
  let entries = 0;
  for (const { id } of logs) entries += await examineLog(ask, id, found);
  for (const { id, log } of await ask<{ id: string; log: string }>(FORGOTTEN))
    found.add('lost', log, `Entry ${id} is in no tree, and does not wait for it.`);
  const disclosures = await examineDisclosures(ask, found);
  const [waiting] = await ask<{ n: number }>(WAITING);
  const keys = await ask<{ key: string }>(
    `SELECT DISTINCT encode(public_key, 'hex') AS key FROM record_checkpoint ORDER BY 1`,
  );
  return {
    ...{ logs: logs.length, entries, disclosures, waiting: waiting!.n },
    ...{ keys: keys.map(({ key }) => key), found: found.total, drift: found.drift },
  };
}
