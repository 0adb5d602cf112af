import type { Client } from 'pg';
import { benchId, copyRows, type Value } from '../copy-rows';
import { FeedWorld, idOf, START } from './world';
import { seedReferences } from './seed-references';

const iso = (millis: number) => new Date(millis).toISOString();
const SIGNED = iso(START - 86_400_000);
const VARIANT = 256;
const VARIANT_VERSION = 65_536;
const LONG_LANE = 50;

function* count(until: number): Generator<number> {
  for (let n = 0; n < until; n++) yield n;
}
function* rows<T>(items: Iterable<T>, make: (item: T) => Value[] | Value[][]): Generator<Value[]> {
  for (const item of items) {
    const made = make(item);
    if (Array.isArray(made[0])) yield* made as Value[][];
    else yield made as Value[];
  }
}

/** Organizations with two people each, and an agreement in force for every pair of the world. */
export async function seedAgreements(
  client: Client,
  world: Pick<FeedWorld, 'pairs' | 'sizes'>,
): Promise<void> {
  const { organizations } = world.sizes;
  const copy = (target: string, all: Iterable<Value[]>) => copyRows(client, target, all);
  await copy(
    'organization (id, handle, name, kind, namespace, created_at)',
    rows(count(organizations), (n) => [
      idOf('organization', n),
      `bench-${n}`,
      `CERT ${n} of the benchmark`,
      'national-cert',
      `https://bench-${n}.example`,
      SIGNED,
    ]),
  );
  await copy(
    'account (id, organization_id, email, name, password_hash, created_at)',
    rows(count(2 * organizations), (n) => [
      idOf('account', n),
      idOf('organization', n >> 1),
      `person-${n}@bench.example`,
      `Person ${n}`,
      '$argon2id$none',
      SIGNED,
    ]),
  );
  const parties = (n: number) =>
    [idOf('organization', world.pairs[n]!.one), idOf('organization', world.pairs[n]!.other)] as const;
  const author = (n: number) => idOf('account', 2 * world.pairs[n]!.one);
  const all = world.pairs.map(({ number }) => number);
  await copy(
    'agreement (id, reference, title, kind, drafted_by_org, created_by, created_at)',
    rows(all, (n) => [
      idOf('agreement', n),
      `BENCH-${n}`,
      `Agreement ${n}`,
      'mou',
      parties(n)[0],
      author(n),
      SIGNED,
    ]),
  );
  await copy(
    'agreement_party (agreement_id, organization_id, role)',
    rows(all, (n) =>
      parties(n).flatMap((party) =>
        ['signatory', 'operating_cert'].map((role) => [idOf('agreement', n), party, role]),
      ),
    ),
  );
  await copy(
    'terms_version (id, agreement_id, number, corrections, canonical_sha256, created_by, created_by_org, created_at)',
    rows(all, (n) => [
      idOf('terms', n),
      idOf('agreement', n),
      1,
      'none',
      `\\\\x${'00'.repeat(32)}`,
      author(n),
      parties(n)[0],
      SIGNED,
    ]),
  );
  await copy(
    'exchange_grant (id, terms_version_id, agreement_id, from_id, to_id, clause, any_category, categories, any_sector, sectors, reach_back)',
    rows(all, (n) => {
      const [one, other] = parties(n);
      return [
        [one, other],
        [other, one],
      ].map(([from, to], turn) => [
        idOf('grant', 2 * n + turn),
        idOf('terms', n),
        idOf('agreement', n),
        from!,
        to!,
        'Art. 1',
        true,
        '{}',
        true,
        '{}',
        'none',
      ]);
    }),
  );
  await copy(
    'grant_information_type (grant_id, information_type, tlp_ceiling)',
    rows(count(2 * all.length), (n) => [idOf('grant', n), 'threat_report', 'GREEN']),
  );
  await copy(
    'agreement_fact (id, agreement_id, terms_version_id, kind, party_id, effective_at, recorded_at, recorded_by, recorded_by_org, second_person_required)',
    rows(all, (n) => {
      const [one, other] = parties(n);
      return [
        ['signed', one],
        ['signed', other],
        ['entered_into_force', one],
      ].map(([kind, party], fact) => [
        benchId(8, 3 * n + fact),
        idOf('agreement', n),
        idOf('terms', n),
        kind!,
        party!,
        SIGNED,
        SIGNED,
        author(n),
        party!,
        false,
      ]);
    }),
  );
}

/** Advisories with one version each, released by a second person, one every ten milliseconds. */
export async function seedItems(client: Client, world: Pick<FeedWorld, 'owners' | 'sizes'>): Promise<void> {
  const { versions } = world.sizes;
  const owner = (n: number) => idOf('organization', world.owners[n]!);
  const person = (n: number, second: 0 | 1) => idOf('account', 2 * world.owners[n]! + second);
  const at = (n: number) => iso(START + n * 10);
  await copyRows(
    client,
    'item (id, kind, owner_id, created_at, created_by)',
    rows(count(versions), (n) => [idOf('item', n), 'advisory', owner(n), at(n), person(n, 0)]),
  );
  await copyRows(
    client,
    'item_version (id, item_id, owner_id, number, created_at, created_by, authors, title, content, tlp, information_type, categories, sectors, audience_any)',
    rows(count(versions), (n) => [
      idOf('version', n),
      idOf('item', n),
      owner(n),
      1,
      at(n),
      person(n, 0),
      `{${person(n, 0)}}`,
      `Advisory ${n}`,
      '{}',
      'GREEN',
      'threat_report',
      '{fraud/phishing}',
      '{banking}',
      true,
    ]),
  );
  await copyRows(
    client,
    'release (item_version_id, item_id, owner_id, released_at, released_by, public)',
    rows(count(versions), (n) => [idOf('version', n), idOf('item', n), owner(n), at(n), person(n, 1), false]),
  );
}

async function seedFeed(client: Client, world: FeedWorld, reader: number): Promise<void> {
  const team = idOf('organization', reader);
  const lanes = await client.query<{ lane: number; grant_id: string }>(
    `SELECT app.lane_of(l.team_id, l.owner_id, l.agreement_id, '{threat_report}') AS lane, g.id AS grant_id
     FROM feed_lane l JOIN exchange_grant g ON g.agreement_id = l.agreement_id AND g.from_id = l.owner_id
     WHERE l.team_id = $1 AND g.to_id = $1`,
    [team],
  );
  const laneOf = new Map(lanes.rows.map(({ lane, grant_id }) => [grant_id, lane]));
  const filled = new Map<number, number>();
  const all = [...world.entries(reader)].map(({ version, grant }, index) => {
    const lane = laneOf.get(idOf('grant', grant))!;
    const before = filled.get(lane) ?? 0;
    filled.set(lane, before + 1);
    return { version, grant, lane, heavy: before >= LONG_LANE, seq: index + 1 };
  });
  const owner = (version: number) => idOf('organization', world.owners[version]!);
  const variant = (version: number) => benchId(VARIANT + reader, version);
  const variantVersion = (version: number) => benchId(VARIANT_VERSION + reader, version);
  const at = (version: number) => iso(START + version * 10);
  await copyRows(
    client,
    'entitlement (grant_id, item_version_id, item_id, item_kind, owner_id, reader_id, rules_version, made_at, feed_seq, types)',
    rows(all, ({ version, grant, seq }) => [
      idOf('grant', grant),
      idOf('version', version),
      idOf('item', version),
      'advisory',
      owner(version),
      team,
      1,
      at(version),
      seq,
      '{threat_report}',
    ]),
  );
  await copyRows(
    client,
    'variant (id, item_id, owner_id, team_id, external_id)',
    rows(all, ({ version }) => [
      variant(version),
      idOf('item', version),
      owner(version),
      team,
      variant(version),
    ]),
  );
  await copyRows(
    client,
    'variant_version (id, variant_id, item_version_id, number, made_at)',
    rows(all, ({ version }) => [
      variantVersion(version),
      variant(version),
      idOf('version', version),
      1,
      at(version),
    ]),
  );
  await copyRows(
    client,
    'feed_entry (team_id, seq, kind, basis, item_id, item_kind, owner_id, item_version_id, variant_id, variant_version_id, lane, heavy, date_added)',
    rows(all, ({ version, seq, lane, heavy }) => [
      team,
      seq,
      'added',
      'grant',
      idOf('item', version),
      'advisory',
      owner(version),
      idOf('version', version),
      variant(version),
      variantVersion(version),
      lane,
      heavy,
      (START + version * 10) * 1000,
    ]),
  );
  await client.query('INSERT INTO feed (team_id, last_seq, last_added) VALUES ($1, $2, $3)', [
    team,
    all.length,
    (START + world.owners.length * 10) * 1000,
  ]);
  for (const [lane, entries] of filled)
    await client.query('UPDATE feed_lane SET entries = $3 WHERE team_id = $1 AND lane = $2', [
      team,
      lane,
      entries,
    ]);
}

/** Fills an empty, migrated database. The client is a superuser: triggers and foreign keys rest while rows are copied. */
export async function seedFeeds(
  client: Client,
  world: FeedWorld,
  tell: (line: string) => void,
): Promise<void> {
  await client.query('SET session_replication_role = replica');
  tell(`${world.sizes.organizations} organizations, ${world.pairs.length * 2} grants`);
  await seedAgreements(client, world);
  await client.query('ANALYZE');
  await client.query('SELECT app.refresh_intervals(id) FROM agreement ORDER BY id');
  tell(`${world.sizes.versions} advisory versions`);
  await seedItems(client, world);
  for (let reader = 0; reader < world.sizes.organizations; reader++) {
    if (reader % 25 === 0)
      tell(`feeds of organizations ${reader} to ${Math.min(reader + 24, world.sizes.organizations - 1)}`);
    await seedFeed(client, world, reader);
  }
  await client.query('SET session_replication_role = DEFAULT');
  tell('references');
  await seedReferences(client);
  tell('one grant is suspended');
  await suspend(client, world);
  tell('statistics');
  await client.query('VACUUM (ANALYZE)');
}

/** The prolific owner stops what goes to the partner most of whose entries are its own. */
async function suspend(client: Client, world: FeedWorld): Promise<void> {
  const from = idOf('organization', world.prolific);
  await client.query(
    `INSERT INTO exchange_pause (id, kind, from_id, to_id, starts_at, grounds, recorded_at, recorded_by, recorded_by_org)
     VALUES (gen_random_uuid(), 'stop', $1, $2, $3, 'Of the benchmark.', $3, $4, $1)`,
    [from, idOf('organization', world.reader('suspended')), SIGNED, idOf('account', 2 * world.prolific)],
  );
}
