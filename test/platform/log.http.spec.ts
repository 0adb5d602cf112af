import { Controller, Get, Logger, Module, Post, Body } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Writable } from 'node:stream';
import { Access } from '../../src/platform/access';
import { describeFault } from '../../src/platform/log/describe-fault';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { PASSWORD, REQUEST_ID, startWorld, type World } from '../cast';

/** Stands in everything that must not be in the log. */
const MARK = 'zq7-marked';

@ApiExcludeController()
@Controller('test')
class Failing {
  constructor(private readonly transaction: ViewerTransaction) {}

  @Get('thrown')
  @Access('anyone')
  thrown() {
    new Logger('Test').warn('noted on the way');
    throw new Error(`${MARK}\n    at ${MARK} (${MARK}:1:1)`, { cause: new TypeError(MARK) });
  }

  @Post('database')
  @Access('anyone')
  async database(@Body() body: { title: string }) {
    await this.transaction.query('SELECT $1::uuid', [body.title]);
  }
}

@Module({ controllers: [Failing] })
class FailingModule {}

type Line = Record<string, unknown> & { fault?: { type: string; code?: string; frames: string[] } };

describe('the log', () => {
  let world: World;
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const lines = () =>
    written
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  /** The lines that some requests add. */
  async function linesOf(work: () => Promise<unknown>): Promise<Line[]> {
    const before = lines().length;
    await work();
    await new Promise((settle) => setTimeout(settle, 50));
    return lines().slice(before);
  }
  beforeAll(async () => {
    world = await startWorld({ imports: [FailingModule], settings: { logLevel: 'trace' }, log: stream });
  });
  afterAll(() => world.close());

  it('has one line for a request: who, which route, which item, how it ended and how long it took', async () => {
    const analyst = world.as('pkcert-analyst');
    const draft = { title: `Title ${MARK}`, summary: MARK };
    const id = await analyst
      .post('/api/v1/advisories')
      .send(draft)
      .then(({ body }) => body.id as string);
    const found = await linesOf(() => analyst.get(`/api/v1/advisories/${id}/draft?${MARK}=${MARK}`));
    expect(id).toBeTruthy();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      level: 'info',
      method: 'GET',
      status: expect.any(Number) as number,
      duration: expect.any(Number) as number,
      request: REQUEST_ID,
    });
    expect(lines().at(-2)).toMatchObject({
      method: 'POST',
      route: '/api/v1/advisories',
      status: 201,
      organization: world.organizations.pkcert,
      account: world.people['pkcert-analyst'],
      items: [id],
    });
  });

  it('names a key by its id, and nobody who is not known', async () => {
    const [keyed] = await linesOf(() => world.withKey('cncert').get('/api/v1/feed'));
    expect(keyed).toMatchObject({
      organization: world.organizations.cncert,
      route: '/api/v1/feed',
      status: 200,
    });
    expect(keyed).toHaveProperty('key');
    expect(keyed).not.toHaveProperty('account');
    const [nobody] = await linesOf(() => world.anonymous().get('/api/v1/feed'));
    for (const name of ['organization', 'account', 'key']) expect(nobody).not.toHaveProperty(name);
  });

  it('tells a refusal by its code, and has a line for what meets no route or no parser', async () => {
    const found = await linesOf(async () => {
      await world.anonymous().get('/api/v1/me');
      await world.anonymous().get(`/${MARK}`);
      await world
        .anonymous()
        .post('/api/v1/sign-in')
        .set('Content-Type', 'application/json')
        .send(`{"${MARK}`);
    });
    expect(found.map(({ status, problem }) => [status, problem])).toEqual([
      [401, 'unauthenticated'],
      [404, 'not-found'],
      [400, expect.stringMatching(/^malformed/)],
    ]);
  });

  it('describes a fault by its kind and its place, never by its message', async () => {
    const [noted, thrown, database] = await linesOf(async () => {
      await world.anonymous().get('/test/thrown');
      await world.anonymous().post('/test/database').send({ title: MARK });
    });
    expect(thrown).toMatchObject({
      level: 'error',
      status: 500,
      fault: { type: 'Error', cause: { type: 'TypeError' } },
    });
    expect(noted).toMatchObject({ level: 'warn', msg: 'noted on the way', request: thrown?.request });
    expect(thrown?.fault?.frames[0]).toContain('log.http.spec.ts');
    expect(database).toMatchObject({ fault: { type: 'QueryFailedError', code: '22P02' } });
    expect(describeFault(MARK)).toEqual({ type: 'string', frames: [] });
  });

  it('holds no title, no text, no query, no credential and no password, whatever is sent', async () => {
    const secrets = {
      title: MARK,
      summary: MARK,
      description: MARK,
      email: `${MARK}@x.example`,
      password: MARK,
    };
    const paths = [
      'advisories',
      'incidents',
      'accounts',
      'api-keys',
      'sign-in',
      'agreements',
      'organizations',
    ];
    const callers = [
      world.as('pkcert-analyst'),
      world.as('pkcert-administrator'),
      world.withKey('cncert'),
      world.presenting(`Bearer accord_${MARK}`),
      world.presenting(`Basic ${MARK}`),
    ];
    const found = await linesOf(async () => {
      for (const caller of callers)
        for (const path of paths) {
          const marked = { Cookie: `session=${MARK}`, 'X-Note': MARK, 'User-Agent': MARK, Referer: MARK };
          await caller.post(`/api/v1/${path}`).set(marked).send(secrets);
          await caller.get(`/api/v1/${path}?search=${MARK}&cursor=${MARK}`).set(marked);
          await caller.get(`/api/v1/${path}/${MARK}`).set(marked);
        }
      await world
        .anonymous()
        .post('/api/v1/sign-in')
        .send({ email: 'analyst@pkcert.example', password: PASSWORD });
    });
    expect(found).toHaveLength(callers.length * paths.length * 3 + 1);
    expect(written).not.toContain(MARK);
    expect(written).not.toContain(PASSWORD);
    for (const key of Object.values(world.keys)) expect(written).not.toContain(key);
    expect(written).not.toMatch(/eyJ[\w-]+\./);
    expect(written).not.toMatch(/analyst@pkcert/);
  });
});
