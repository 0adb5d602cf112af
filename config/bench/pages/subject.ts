import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { AccessTokens, BrowserSessions } from '../../../src/accounts';
import { createApplication } from '../../../src/application';
import { loadSettings } from '../../../src/platform/settings';
import type { BenchDatabase } from '../database';
import { idOf } from '../feed/world';
import { sideBySide, type Spread } from '../measure';

const ROWS = 50;

export interface PageFigure {
  readonly list: string;
  readonly rows: number;
  readonly subject: Spread;
  readonly baseline: Spread;
  readonly ratio: number;
}

/** Who reads which list: the owner of all, and the team that they are shared with. */
const READERS = [
  { list: 'own', account: 0 },
  { list: 'received', account: 2 },
] as const;

const SESSION = `INSERT INTO session (id, organization_id, account_id, started_at, expires_at)
  SELECT gen_random_uuid(), organization_id, id, now(), now() + interval '7 days' FROM account WHERE id = $1 RETURNING id`;
const ROLE = `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'analyst', now()) ON CONFLICT DO NOTHING`;

const agent = new Agent({ keepAlive: true });

/** Reads an answer to its end. @throws Error unless it is a success */
async function read(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent, headers }, resolve).once('error', reject);
  });
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${body}`);
  return body;
}

/** A list's page of 50 rows as its reader's browser gets it, beside the same rows as JSON, from one server. */
export async function measurePages(database: BenchDatabase, rounds: number): Promise<PageFigure[]> {
  const unlimited = { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_ACCOUNT: '0', RATE_LIMIT_KEY: '0' };
  const settings = loadSettings({
    ...unlimited,
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    JOBS_DATABASE_URL: database.jobsUrl,
    ACCORD_SECRET: 'of the benchmark, where it guards nothing',
    PUBLIC_URL: 'http://127.0.0.1',
    LOG_LEVEL: 'error',
  });
  const app = await createApplication(settings, database);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  try {
    const figures: PageFigure[] = [];
    for (const { list, account } of READERS) {
      const id = idOf('account', account);
      await database.client.query(ROLE, [id]);
      const { rows } = await database.client.query<{ id: string }>(SESSION, [id]);
      const token = () => app.get(AccessTokens, { strict: false }).issue(id, rows[0]!.id);
      const session = app.get(BrowserSessions, { strict: false }).begin(token());
      const page = () =>
        read(`${url}/portal/advisories?scope=${list}`, { cookie: `accord-session=${session}` });
      const json = () =>
        read(`${url}/api/v1/advisories?scope=${list}&limit=${ROWS}`, { authorization: `Bearer ${token()}` });
      const shown = ((await page()).match(/<tr>/g) ?? []).length - 1;
      const { items } = JSON.parse(await json()) as { items: unknown[] };
      if (shown !== ROWS || items.length !== ROWS)
        throw new Error(`The page shows ${shown} rows of ${list}, and JSON has ${items.length}.`);
      figures.push({ list, rows: ROWS, ...(await sideBySide(rounds, page, json)) });
    }
    return figures;
  } finally {
    await app.close();
    agent.destroy();
  }
}
