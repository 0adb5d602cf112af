import { get, type IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { DataSource } from 'typeorm';
import { startWorld, type World } from '../cast';

const LINES = 20_000;
const MARK = 'zq7-marked-content';

let world: World;
let log: string;
let path: string;
let authorization: string;
const logged = new PassThrough();
let lines = '';
logged.on('data', (chunk: Buffer) => (lines += chunk.toString()));

/** Fills a house log, at `after` with something that is no JSON. */
async function fill(count: number, text = JSON.stringify({ a: 'x'.repeat(500) })): Promise<void> {
  await world.owner.query(
    `WITH entries AS (
       INSERT INTO record_entry (id, log_id, kind, at, canonical)
       SELECT gen_random_uuid(), $1, 'filler', now(), '{}' FROM generate_series(1, $2::int) RETURNING id)
     INSERT INTO record_payload SELECT id, 'shared', decode(repeat('00', 32), 'hex'), convert_to($3, 'UTF8') FROM entries`,
    [log, count, text],
  );
}

beforeAll(async () => {
  world = await startWorld({ log: logged });
  const house = `SELECT id FROM record_log WHERE kind = 'house' AND party_a = $1`;
  log = (await world.owner.query<{ id: string }[]>(house, [world.organizations.cncert]))[0]!.id;
  path = `/api/v1/logs/${log}/entries?format=jsonl`;
  await fill(LINES);
  const sent = world.as('cncert-auditor').get('/api/v1/me');
  await sent;
  authorization = sent.get('Authorization')!;
});
afterAll(() => world.close());

/** Begins to read an export; nothing of its body is read yet. */
const begin = (): Promise<IncomingMessage> =>
  new Promise((settle, fail) => {
    const headers = { authorization, 'accept-encoding': 'identity' };
    get(`${world.url}${path}`, { headers, agent: false }, (answer) => settle(answer.pause())).on(
      'error',
      fail,
    );
  });
async function rest(answer: IncomingMessage): Promise<{ lines: number; complete: boolean }> {
  let text = '';
  answer.on('data', (chunk: Buffer) => (text += chunk.toString())).resume();
  await new Promise<void>((settle) => answer.on('close', settle).on('error', () => settle()));
  return { lines: text.split('\n').length - 1, complete: answer.complete };
}

test('readers who do not read on hold no connection, and keep nobody waiting', async () => {
  const answers: IncomingMessage[] = [];
  for (let n = 0; n < 30; n += 1) answers.push(await begin());
  expect((await world.withKey('corvia').get('/api/v1/feed')).status).toBe(200);
  const busy = await world.owner.query(
    `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
  );
  expect(busy).toEqual([]);
  for (const answer of answers.slice(1)) answer.destroy();
  const whole = await rest(answers[0]!);
  expect([whole.lines >= LINES, whole.complete]).toEqual([true, true]);
});

test('an export that is appended to meanwhile ends where the log ended when it began', async () => {
  const before = (await rest(await begin())).lines;
  const answer = await begin();
  await fill(50);
  const { lines: read, complete } = await rest(answer);
  // The export before it is an entry, too.
  expect([read, complete]).toEqual([before + 1, true]);
});

test('each entry has the index that it has in the whole log, whatever is asked for', async () => {
  const read = async (query: string) => {
    const { text } = await world.as('cncert-auditor').get(`${path}${query}`);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { index: string; entry: string });
  };
  const all = await read('');
  expect(all.map(({ index }) => index)).toEqual(all.map((_, n) => String(n)));
  const filler = await world.owner.query<{ at: Date }[]>(
    `SELECT at FROM record_entry WHERE log_id = $1 AND kind = 'filler' ORDER BY position DESC LIMIT 1`,
    [log],
  );
  const some = await read(`&from=${filler[0]!.at.toISOString()}`);
  const indexes = new Map(all.map(({ entry, index }) => [entry, index]));
  expect(some.length).toBeGreaterThan(0);
  expect(some.map(({ index }) => index)).toEqual(some.map(({ entry }) => indexes.get(entry)));
});

test('an export whose database goes away is cut off, and never looks whole', async () => {
  const answer = await begin();
  const source = world.app.get(DataSource);
  const original = source.createQueryRunner.bind(source);
  const gone = jest.spyOn(source, 'createQueryRunner').mockImplementation((mode) => {
    const runner = original(mode);
    return Object.assign(runner, { query: () => Promise.reject(new Error(MARK)) });
  });
  const { lines: read, complete } = await rest(answer);
  gone.mockRestore();
  expect([read < LINES, complete]).toEqual([true, false]);
  expect(lines).toContain('an export broke off');
  expect(lines).not.toContain(MARK);
});

test('an export goes on no longer than the session in which it began', async () => {
  const answer = await begin();
  expect((await world.presenting(authorization).post('/api/v1/sign-out')).status).toBe(204);
  const { lines: read, complete } = await rest(answer);
  expect([read < LINES, complete]).toEqual([true, false]);
});

test('an export that fails from the beginning is a problem like any other, and the log says nothing of the content', async () => {
  const house = `SELECT id FROM record_log WHERE kind = 'house' AND party_a = $1`;
  log = (await world.owner.query<{ id: string }[]>(house, [world.organizations.pkcert]))[0]!.id;
  await fill(1, MARK);
  const answer = await world.as('pkcert-auditor').get(`/api/v1/logs/${log}/entries?format=jsonl`);
  expect([answer.status, answer.headers['content-type']]).toEqual([
    500,
    'application/problem+json; charset=utf-8',
  ]);
  expect(lines).not.toContain(MARK);
});
