import type { Client } from 'pg';
import { sideBySide, type Spread } from '../measure';
import { type FeedSizes, FeedWorld, idOf, type Partner, PARTNERS } from './world';

export interface FeedFigure {
  readonly partner: Partner;
  readonly rows: number;
  /** Rows that a page had, at the median. */
  readonly found: number;
  readonly subject: Spread;
  readonly baseline: Spread;
  readonly ratio: number;
}

const COLUMNS =
  'seq, kind, basis, item_id, item_kind, owner_id, item_version_id, variant_id, variant_version_id, notice, counterpart_id, about, date_added';
const RULED = { name: 'ruled', text: 'SELECT * FROM app.feed_page($1, $2, $3, $4)' };
const PLAIN = {
  name: 'plain',
  text: `SELECT ${COLUMNS} FROM plain_page WHERE team_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

/** A feed answers its own team alone. */
const asTeam = (client: Client, team: string) =>
  client.query(`SELECT set_config('app.viewer_org', $1, false)`, [team]);

/** The very rows that the rules let a partner see, in a table of their own with nothing but its primary key. */
async function plainPages(client: Client, world: FeedWorld, moment: Date): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE plain_page AS SELECT team_id, ${COLUMNS} FROM feed_entry WHERE false`,
  );
  for (const partner of PARTNERS) {
    const team = idOf('organization', world.reader(partner));
    await asTeam(client, team);
    await client.query(
      `INSERT INTO plain_page SELECT $1, ${COLUMNS} FROM app.feed_page($1, $2, 0, 2000000000) WHERE seq IS NOT NULL`,
      [team, moment],
    );
  }
  await client.query('ALTER TABLE plain_page ADD PRIMARY KEY (team_id, seq)');
  await client.query('ANALYZE plain_page');
}

/** Places that leave a full page, if the partner has one: the beginning, and others spread over what it sees. */
async function placesOf(client: Client, team: string, rows: number): Promise<string[]> {
  const found = await client.query<{ seq: string }>(
    `SELECT seq FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS n, count(*) OVER () AS total FROM plain_page WHERE team_id = $1) p
     WHERE n <= GREATEST(total - $2, 1) AND n % GREATEST((total - $2) / 40, 1) = 0`,
    [team, rows],
  );
  return ['0', ...found.rows.map(({ seq }) => seq)];
}

async function same(
  client: Client,
  team: string,
  moment: Date,
  place: string,
  rows: number,
): Promise<number> {
  const ruled = await client.query<{ seq: string | null }>({ ...RULED, values: [team, moment, place, rows] });
  const plain = await client.query<{ seq: string }>({ ...PLAIN, values: [team, place, rows] });
  const seen = ruled.rows.map(({ seq }) => seq).filter((seq) => seq !== null);
  if (seen.join() !== plain.rows.map(({ seq }) => seq).join())
    throw new Error(`The page after ${place} is not what it is compared with.`);
  return seen.length;
}

/** Each measured partner's page of 50 and of 1,000 rows, beside the plain primary-key page of the same rows. */
export async function measureFeeds(client: Client, sizes: FeedSizes, rounds: number): Promise<FeedFigure[]> {
  const world = new FeedWorld(sizes);
  const moment = new Date();
  // As a request asks.
  await client.query(`SELECT set_config('app.channel', 'rest', false)`);
  await plainPages(client, world, moment);
  const figures: FeedFigure[] = [];
  for (const partner of PARTNERS)
    for (const rows of [50, 1000]) {
      const team = idOf('organization', world.reader(partner));
      await asTeam(client, team);
      const places = await placesOf(client, team, rows);
      const found: number[] = [];
      for (const place of places) found.push(await same(client, team, moment, place, rows));
      const place = (round: number) => places[round % places.length]!;
      const measured = await sideBySide(
        rounds,
        (round) => client.query({ ...RULED, values: [team, moment, place(round), rows] }),
        (round) => client.query({ ...PLAIN, values: [team, place(round), rows] }),
      );
      figures.push({
        partner,
        rows,
        found: found.toSorted((a, b) => a - b)[found.length >> 1]!,
        ...measured,
      });
    }
  return figures;
}
