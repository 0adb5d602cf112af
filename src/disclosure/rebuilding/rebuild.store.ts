import type { ViewerTransaction } from '../../platform/viewer-transaction';

/** An originator whose entitlements are to be rebuilt, and how many of its released versions are left. */
export interface Originator {
  id: string;
  handle: string;
  left: number;
}

/** How far an originator's pass has come. */
export interface Pass {
  rulesVersion: number;
  through: string;
  versions: number;
  gained: number;
  lost: number;
  kept: number;
  finished: boolean;
}

/** What a chunk did: released versions, and the entitlements to them. */
export interface Chunk {
  versions: number;
  gained: number;
  lost: number;
  kept: number;
  /** The last version of the chunk; undefined if there was none. */
  through: string | undefined;
}

/**
 * Every feed that a chunk may write into, in the order of the teams. The drain of a feed changes the same rows: with
 * its lock held neither waits for the other in a circle.
 */
const HOLD_FEEDS = `
  SELECT pg_advisory_xact_lock(app.lock_key('feed:' || t.to_id))
  FROM (SELECT DISTINCT reader.id AS to_id FROM exchange_grant g CROSS JOIN LATERAL app.readers_of(g) AS reader(id)
    WHERE g.from_id = $1 ORDER BY reader.id) t`;

const VERSIONS = `
  SELECT item_version_id AS id FROM release WHERE owner_id = $1 AND item_version_id > $2 ORDER BY item_version_id LIMIT $3`;

/** Entitlements of an originator that another version of the rules made. */
const STALE =
  'SELECT 1 FROM entitlement e WHERE e.owner_id = o.id AND e.rules_version <> app.rules_version()';

const UNDONE = `
  SELECT o.id, o.handle, (SELECT count(*)::int FROM release r WHERE r.owner_id = o.id AND r.item_version_id > CASE
    WHEN p.finished_at IS NULL AND p.rules_version = app.rules_version() THEN p.through
    ELSE '00000000-0000-0000-0000-000000000000' END) AS left
  FROM organization o LEFT JOIN entitlement_rebuild p ON p.owner_id = o.id
  WHERE EXISTS (SELECT 1 FROM release r WHERE r.owner_id = o.id)
    AND (p.finished_at IS NULL OR p.rules_version <> app.rules_version() OR EXISTS (${STALE}))
  ORDER BY o.handle`;

/** Begins a pass, or one anew: when the rules have changed meanwhile, what was done by the former still counts. */
const BEGIN = `
  INSERT INTO entitlement_rebuild AS p (owner_id, rules_version, began_at)
    SELECT o.id, app.rules_version(), $2 FROM organization o WHERE o.id = $1
  ON CONFLICT (owner_id) DO UPDATE SET rules_version = EXCLUDED.rules_version, began_at = EXCLUDED.began_at, through = DEFAULT,
    versions = CASE WHEN p.finished_at IS NULL THEN p.versions ELSE 0 END, gained = CASE WHEN p.finished_at IS NULL THEN p.gained ELSE 0 END,
    lost = CASE WHEN p.finished_at IS NULL THEN p.lost ELSE 0 END, kept = CASE WHEN p.finished_at IS NULL THEN p.kept ELSE 0 END,
    finished_at = NULL
  WHERE p.rules_version <> EXCLUDED.rules_version
    OR (p.finished_at IS NOT NULL AND EXISTS (SELECT 1 FROM organization o WHERE o.id = $1 AND EXISTS (${STALE})))`;

const PASS = `
  SELECT rules_version AS "rulesVersion", through, versions::int, gained::int, lost::int, kept::int, finished_at IS NOT NULL AS finished
  FROM entitlement_rebuild WHERE owner_id = $1`;

const ADVANCE = `
  UPDATE entitlement_rebuild SET through = $2, versions = versions + $3, gained = gained + $4, lost = lost + $5, kept = kept + $6,
    finished_at = CASE WHEN $7 THEN $8::timestamptz END
  WHERE owner_id = $1`;

type Counted = Record<'gained' | 'lost' | 'kept', string>;

/** The statements of a rebuild, on the owner's connection. */
export class RebuildStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The version of the rules by which the database makes entitlements. */
  async rulesVersion(): Promise<number | undefined> {
    return (await this.transaction.one<{ n: number }>('SELECT app.rules_version() AS n'))?.n;
  }

  undone(): Promise<Originator[]> {
    return this.transaction.query<Originator>(UNDONE);
  }

  /** Waits for the originator and the feeds of its readers, as a release and a drain do. */
  async hold(originator: string): Promise<void> {
    await this.transaction.lock(`originator:${originator}`);
    await this.transaction.query(HOLD_FEEDS, [originator]);
    await this.transaction.renewInstant();
  }

  async begin(originator: string): Promise<Pass> {
    await this.transaction.query(BEGIN, [originator, this.transaction.at]);
    const pass = await this.transaction.one<Pass>(PASS, [originator]);
    if (!pass) throw new Error('There is no such originator.');
    return pass;
  }

  /** Makes the entitlements of the next released versions anew; the originator is held. */
  async rebuild(originator: string, after: string, size: number): Promise<Chunk> {
    const { transaction } = this;
    const { at } = transaction;
    const versions = await transaction.query<{ id: string }>(VERSIONS, [originator, after, size]);
    const through = versions.at(-1)?.id;
    if (!through) return { versions: 0, gained: 0, lost: 0, kept: 0, through };
    const ids = versions.map(({ id }) => id);
    const counted = await transaction.one<Counted>(
      'SELECT gained, lost, kept FROM app.remake_entitlements($1, $2, $3)',
      [originator, ids, at],
    );
    const [gained, lost, kept] = [counted?.gained, counted?.lost, counted?.kept].map(Number);
    return { versions: ids.length, gained: gained ?? 0, lost: lost ?? 0, kept: kept ?? 0, through };
  }

  async advance(originator: string, done: Chunk, after: string, finished: boolean): Promise<void> {
    const { versions, gained, lost, kept, through } = done;
    const { at } = this.transaction;
    const counts = [versions, gained, lost, kept];
    await this.transaction.query(ADVANCE, [originator, through ?? after, ...counts, finished, at]);
  }
}
