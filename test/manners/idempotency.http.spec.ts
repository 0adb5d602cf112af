import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { addedToHouseLog, PASSWORD, startWorld, type World } from '../cast';
import { startApplication } from '../cast/application';
import { DRAFT, PATH } from '../advisories/advisory-world';

const DAY = 24 * 60 * 60 * 1000;

describe('Idempotency-Key', () => {
  let world: World;
  let second: NestExpressApplication;
  beforeAll(async () => {
    world = await startWorld();
    second = await startApplication(world, world.clock);
  });
  afterAll(async () => {
    await second.close();
    await world.close();
  });

  const drafted = async () =>
    (await world.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM item'))[0]!.n;
  const kept = async () =>
    (await world.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM kept_answer'))[0]!.n;
  const draft = (
    key: string,
    body: object = DRAFT,
    person: 'pkcert-analyst' | 'banking-analyst' = 'pkcert-analyst',
  ) => world.as(person).post(PATH).set('Idempotency-Key', key).send(body);

  it('answers the same request under the same key with the first answer, byte for byte, and says so', async () => {
    const first = await draft('one');
    const before = await drafted();
    world.clock.advance(60_000);
    const again = await draft('one');
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await drafted()).toBe(before);
  });

  it('repeats an answer without a body, too', async () => {
    const expires_at = new Date(world.clock.now().getTime() + DAY).toISOString();
    const administrator = () => world.as('pkcert-administrator');
    const { body } = await administrator().post('/api/v1/api-keys').send({ name: 'Collector', expires_at });
    const revoke = () =>
      administrator()
        .delete(`/api/v1/api-keys/${(body as { id: string }).id}`)
        .set('Idempotency-Key', 'gone');
    const [first, again] = [await revoke(), await revoke()];
    expect([first.status, again.status, again.text]).toEqual([204, 204, '']);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it.each([
    ['body', () => draft('two', { ...DRAFT, title: 'Another' })],
    [
      'path',
      () => world.as('pkcert-analyst').post('/api/v1/incidents').set('Idempotency-Key', 'two').send(DRAFT),
    ],
  ])('refuses the same key for another %s', async (_, other) => {
    await draft('two');
    const before = await drafted();
    const { status, body } = await other();
    expect([status, body]).toMatchObject([422, { type: '/problems/idempotency/different-request' }]);
    expect(await drafted()).toBe(before);
  });

  it('refuses the same key for another query', async () => {
    const { id } = (await draft('to withdraw')).body as { id: string };
    const release = (query: string) =>
      world
        .as('pkcert-releaser')
        .post(`${PATH}/${id}/release${query}`)
        .set('Idempotency-Key', 'asked')
        .send({ version: 1 });
    expect((await release('')).status).toBe(201);
    const { status, body } = await release('?dry_run=false');
    expect([status, body]).toMatchObject([422, { type: '/problems/idempotency/different-request' }]);
  });

  it('knows keys by who uses them: the key of somebody else is a new one', async () => {
    const first = await draft('shared');
    const other = await draft('shared', DRAFT, 'banking-analyst');
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(other.headers['idempotent-replayed']).toBeUndefined();
    expect((other.body as { id: string }).id).not.toBe((first.body as { id: string }).id);
  });

  it('creates one thing when 20 retries arrive at once at two processes, with one entry in the log', async () => {
    const before = await drafted();
    const { access_token: token } = (
      await world
        .anonymous()
        .post('/api/v1/sign-in')
        .send({ email: 'analyst@pkcert.example', password: PASSWORD })
    ).body as { access_token: string };
    const urls = [world.url, await second.getUrl()];
    const added = await addedToHouseLog(world, 'pkcert', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          request(urls[n % 2]!)
            .post(PATH)
            .set({ Authorization: `Bearer ${token}`, 'Idempotency-Key': 'at once' })
            .send(DRAFT),
        ),
      );
      expect([...new Set(answers.map(({ status, text }) => `${status} ${text}`))]).toHaveLength(1);
      expect(answers[0]!.status).toBe(201);
      expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    });
    expect(await drafted()).toBe(before + 1);
    expect(added).toEqual([expect.objectContaining({ kind: 'advisory/drafted' })]);
  });

  it('keeps no refusal: what was mended is tried anew under the same key', async () => {
    const before = await kept();
    expect((await draft('mended', { ...DRAFT, title: '' })).status).toBe(422);
    expect(await kept()).toBe(before);
    expect((await draft('mended')).status).toBe(201);
  });

  it('keeps no answer when the change fails, and makes no change when the answer cannot be kept', async () => {
    const [items, answers] = [await drafted(), await kept()];
    await world.owner.query('ALTER TABLE kept_answer ADD CONSTRAINT broken CHECK (key <> $$breaks$$)');
    try {
      expect((await draft('breaks')).status).toBe(500);
    } finally {
      await world.owner.query('ALTER TABLE kept_answer DROP CONSTRAINT broken');
    }
    expect([await drafted(), await kept()]).toEqual([items, answers]);
    expect((await draft('breaks')).status).toBe(201);
  });

  it('keeps an answer for a day, then tries anew and removes what is past, whosever it is', async () => {
    const first = await draft('a day');
    await draft('a day', DRAFT, 'banking-analyst');
    world.clock.advance(DAY);
    expect((await draft('a day')).text).toBe(first.text);
    world.clock.advance(1);
    const anew = await draft('a day');
    expect([anew.status, anew.headers['idempotent-replayed']]).toEqual([201, undefined]);
    expect(anew.text).not.toBe(first.text);
    expect(await kept()).toBe(1);
  });

  it('shows a kept answer to nobody but its caller, by row-level security', async () => {
    await draft('mine');
    const { organizations, people } = world;
    const source = await new DataSource({
      type: 'postgres',
      url: world.appUrl,
      installExtensions: false,
    }).initialize();
    const seenBy = (organization: string, person: string) =>
      source.transaction(async (manager) => {
        await manager.query(
          `SELECT set_config('app.viewer_org', $1, true), set_config('app.viewer_person', $2, true)`,
          [organization, person],
        );
        return (await manager.query<object[]>(`SELECT 1 FROM kept_answer WHERE key = 'mine'`)).length;
      });
    const { pkcert, banking } = organizations;
    expect([
      await seenBy(pkcert, people['pkcert-analyst']),
      await seenBy(pkcert, people['pkcert-administrator']),
      await seenBy(banking, people['banking-analyst']),
      await seenBy('', ''),
    ]).toEqual([1, 0, 0, 0]);
    await source.destroy();
  });

  it('takes a key of 255 characters, and one in quotes', async () => {
    expect((await draft('~'.repeat(255))).status).toBe(201);
    expect((await draft('"8e03978e-40d5-43dd-bc93-6894a57f9324"')).status).toBe(201);
  });
});
