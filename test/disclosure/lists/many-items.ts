import { newId } from '../../../src/platform/ids';
import { Given } from '../../cases/given';
import { insertRow } from '../../cases/given-rows';
import { type OrganizationKey, type PersonKey, startWorld, type World } from '../../cast';

export const ORIGINATORS = ['pkcert', 'cncert', 'corvia'] as const;
type Originator = (typeof ORIGINATORS)[number];
const PEOPLE: Record<Originator, { author: PersonKey; releaser: PersonKey }> = {
  pkcert: { author: 'pkcert-analyst', releaser: 'pkcert-releaser' },
  cncert: { author: 'cncert-liaison', releaser: 'cncert-liaison' },
  corvia: { author: 'corvia-liaison', releaser: 'corvia-liaison' },
};
export const START = Date.parse('2026-02-01T00:00:00Z');
const SECOND = 1000;
export const at = (second: number) => new Date(START + second * SECOND).toISOString();

export const VALUES = {
  tlp: ['CLEAR', 'GREEN', 'AMBER'],
  type: ['threat_report', 'vulnerability_published'],
  category: ['fraud/phishing', 'malicious-code/c2-server', 'availability/ddos'],
  sector: ['banking', 'energy'],
  severity: ['low', 'high', 'critical'],
  cve: ['CVE-2026-10001', 'CVE-2026-20002'],
};
const TITLES = [
  'Phishing wave',
  'Loader in the GRID',
  '钓鱼邮件 campaign',
  'Überfall auf Banken',
  'فشنگ مہم',
];
const SUMMARIES = [
  'Letters imitate a supplier.',
  'A loader reads e-mail; phishing follows.',
  'Hidden word: xyzzy.',
];
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!;

/** Every pair of originators shares with each other; what is let through differs. */
async function agree(world: World, given: Given): Promise<void> {
  const id = (key: OrganizationKey) => world.organizations[key];
  for (const [one, other, ceiling] of [
    ['pkcert', 'cncert', 'AMBER'],
    ['pkcert', 'corvia', 'GREEN'],
    ['cncert', 'corvia', 'AMBER'],
  ] as const) {
    const grant = (from: Originator, to: Originator) => ({
      from: id(from),
      to: id(to),
      types: VALUES.type.map((type): [string, 'AMBER' | 'GREEN'] => [type, ceiling]),
      categories: 'any' as const,
      sectors: 'any' as const,
      reachBack: 'all' as const,
    });
    const before = START - 1000 * SECOND;
    await given.agreement(`${one}-${other}`.toUpperCase(), {
      parties: [id(one), id(other)],
      authority: null,
      ended: null,
      suspended: [],
      terms: [
        {
          approved: null,
          signed: [before, before],
          entered: before,
          expires: null,
          grants: [grant(one, other), grant(other, one)],
        },
      ],
    });
  }
}

/** One version, n-th of all items; what is released of it and how follows from n. */
async function write(
  world: World,
  item: string,
  owner: Originator,
  n: number,
  number: number,
): Promise<string> {
  const id = newId();
  const author = world.people[PEOPLE[owner].author];
  const seed = n + 7 * (number - 1);
  await insertRow(world.owner, 'item_version', {
    id,
    item_id: item,
    owner_id: world.organizations[owner],
    number,
    created_at: at(n + 300 * (number - 1)),
    created_by: author,
    authors: [owner === 'pkcert' ? author : world.people['pkcert-analyst']],
    title: `${pick(TITLES, seed)} no. ${n}`,
    content: JSON.stringify({
      tracking_id: `T-${n}`,
      lang: 'en',
      summary: pick(SUMMARIES, Math.floor(seed / 2)),
      details: 'Plugh is a word of the details alone.',
      recommendation: null,
      references: [],
      cves: VALUES.cve.filter((_, place) => (seed >> place) % 3 === 0),
      imported: null,
    }),
    tlp: n % 13 === 12 ? null : pick(VALUES.tlp, seed),
    information_type: pick(VALUES.type, Math.floor(seed / 3)),
    categories: [pick(VALUES.category, seed), ...(seed % 5 === 0 ? ['fraud/masquerade'] : [])],
    sectors: seed % 4 === 0 ? VALUES.sector : [pick(VALUES.sector, seed)],
    severity: seed % 6 === 0 ? null : pick(VALUES.severity, seed),
    embargo_until: n % 17 === 16 ? '2027-01-01T00:00:00Z' : null,
    audience_any: n % 7 !== 6,
    audience_exclude: n % 9 === 8 ? [world.organizations.corvia] : [],
  });
  return id;
}

async function release(
  world: World,
  item: string,
  version: string,
  owner: Originator,
  second: number,
): Promise<void> {
  await world.owner.query(
    'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
    [item, at(second)],
  );
  await world.owner.query(
    `INSERT INTO release (item_version_id, item_id, owner_id, released_at, released_by, public, embargo_until)
     SELECT id, item_id, owner_id, $2, $3, tlp = 'CLEAR' AND right(title, 1) IN ('0', '2', '4', '6', '8'), embargo_until FROM item_version WHERE id = $1`,
    [version, at(second), world.people[PEOPLE[owner].releaser]],
  );
  await after(world, owner, 'SELECT app.after_release($1, $2)', [version, at(second)]);
}

/** What follows from a change, as its owner causes it. */
async function after(world: World, owner: Originator, change: string, parameters: unknown[]): Promise<void> {
  await world.owner.transaction(async (manager) => {
    await manager.query("SELECT set_config('app.viewer_org', $1, true)", [world.organizations[owner]]);
    await manager.query(change, parameters);
  });
}

async function withdraw(world: World, item: string, owner: Originator, second: number): Promise<void> {
  await insertRow(world.owner, 'withdrawal', {
    item_id: item,
    owner_id: world.organizations[owner],
    at: at(second),
    recorded_by: world.people[PEOPLE[owner].releaser],
    reason: 'given in a test',
  });
  await world.owner.query('UPDATE release SET superseded_at = $2 WHERE item_id = $1', [item, at(second)]);
  await after(world, owner, 'SELECT app.after_withdrawal($1, $2)', [item, at(second)]);
}

/** Sixty advisories of three originators: drafts, released ones, changed ones, withdrawn ones and embargoed ones. */
export async function manyItems(): Promise<World> {
  const world = await startWorld({ now: at(1000) });
  const author = (id: string) =>
    world.people[PEOPLE[ORIGINATORS.find((key) => world.organizations[key] === id)!].author];
  await agree(world, new Given(world.owner, { author, releaser: author }));
  for (let n = 0; n < 60; n += 1) {
    const owner = pick(ORIGINATORS, n);
    const item = newId();
    await insertRow(world.owner, 'item', {
      id: item,
      kind: 'advisory',
      owner_id: world.organizations[owner],
      created_at: at(n - (n % 3)),
      created_by: world.people[PEOPLE[owner].author],
    });
    const first = await write(world, item, owner, n, 1);
    if (n % 13 === 12 || n % 11 === 10) continue;
    await release(world, item, first, owner, n);
    if (n % 5 === 4) await write(world, item, owner, n, 2);
    if (n % 10 === 4) {
      const [second] = await world.owner.query<{ id: string }[]>(
        'SELECT id FROM item_version WHERE item_id = $1 AND number = 2',
        [item],
      );
      await release(world, item, second!.id, owner, n + 300);
    }
    if (n % 15 === 7) await withdraw(world, item, owner, n + 300);
    // What each team pulls enters its feed as it goes on, so that places and instants differ.
    if (n % 4 === 3) await pull(world, n + 300);
  }
  await pull(world, 1000);
  return world;
}

async function pull(world: World, second: number): Promise<void> {
  for (const team of Object.values(world.organizations))
    await world.owner.query('SELECT app.drain($1, $2, 1000)', [team, at(second)]);
}
