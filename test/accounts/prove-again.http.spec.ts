import { apiDescription } from '../../src/api-description';
import {
  addedToHouseLog,
  castMember,
  everyone,
  expectedRefusal,
  PASSWORD,
  type PersonKey,
  startWorld,
  type World,
} from '../cast';
import { DRAFT, PATH } from '../advisories/advisory-world';
import { atTheDoor, enrol, shownBy, type Tokens } from './people-at-the-door';

const MINUTE = 60_000;
const PROVE = '/api/v1/me/proof';
const absent = '0b9e4c1a-0000-4000-8000-000000000000';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const { trySignIn, caller } = atTheDoor(() => world);
const browser = async (person: PersonKey) =>
  caller((await trySignIn(castMember(person).email, PASSWORD, { kind: 'browser' })).body as Tokens);

/** Routes that ask for a proof, with who may call them. */
const PROVING: [method: 'post' | 'put' | 'delete', path: string, person: PersonKey][] = [
  ['post', '/api/v1/advisories/bulk/releases', 'pkcert-releaser'],
  ['post', '/api/v1/advisories/bulk/withdrawals', 'pkcert-releaser'],
  ['post', `/api/v1/advisories/${absent}/release`, 'pkcert-releaser'],
  ['post', `/api/v1/advisories/${absent}/withdrawal`, 'pkcert-releaser'],
  ['post', `/api/v1/incidents/${absent}/release`, 'pkcert-releaser'],
  ['post', `/api/v1/incidents/${absent}/withdrawal`, 'pkcert-releaser'],
  ['post', `/api/v1/advisories/${absent}/emergency-release`, 'pkcert-releaser'],
  ['post', `/api/v1/incidents/${absent}/emergency-release`, 'pkcert-releaser'],
  ['post', `/api/v1/advisories/${absent}/standing-release`, 'pkcert-releaser'],
  ['post', `/api/v1/incidents/${absent}/standing-release`, 'pkcert-releaser'],
  ['post', '/api/v1/advisories/bulk/standing-releases', 'pkcert-releaser'],
  ['post', '/api/v1/standing-rules', 'pkcert-releaser'],
  ['post', `/api/v1/standing-rules/${absent}/confirmation`, 'pkcert-releaser'],
  ['post', `/api/v1/emergency-releases/${absent}/confirmation`, 'pkcert-releaser'],
  ['post', `/api/v1/emergency-releases/${absent}/withdrawal`, 'pkcert-releaser'],
  ['post', '/api/v1/api-keys', 'pkcert-administrator'],
  ['post', '/api/v1/witnesses', 'pkcert-administrator'],
  ['post', `/api/v1/api-keys/${absent}/rotation`, 'pkcert-administrator'],
  ['delete', `/api/v1/api-keys/${absent}`, 'pkcert-administrator'],
  ['post', '/api/v1/organizations/pkcert/keys', 'pkcert-administrator'],
  ['delete', `/api/v1/organizations/pkcert/keys/${'0'.repeat(40)}`, 'pkcert-administrator'],
  ['post', '/api/v1/accounts', 'pkcert-administrator'],
  ['put', `/api/v1/accounts/${absent}/roles`, 'pkcert-administrator'],
  ['post', '/api/v1/invitations', 'pkcert-administrator'],
  ['post', `/api/v1/accounts/${absent}/password-reset`, 'pkcert-administrator'],
  ['delete', `/api/v1/accounts/${absent}/second-factor`, 'pkcert-administrator'],
];

describe('a session that a browser holds', () => {
  test('releases and changes keys for five minutes after signing in, to the millisecond, and no longer', async () => {
    const people = {
      'pkcert-releaser': await browser('pkcert-releaser'),
      'pkcert-administrator': await browser('pkcert-administrator'),
    };
    const codes = async () => {
      const found: string[] = [];
      for (const [method, path, person] of PROVING) {
        const { body } = await people[person as keyof typeof people][method](path).send({});
        found.push((body as { type: string }).type);
      }
      return found;
    };
    world.clock.advance(5 * MINUTE - 1);
    expect(await codes()).not.toContain('/problems/access/prove-again');
    world.clock.advance(1);
    expect(new Set(await codes())).toEqual(new Set(['/problems/access/prove-again']));
  });

  test('covers a batch with one proof', async () => {
    const releaser = await browser('pkcert-releaser');
    world.clock.advance(10 * MINUTE);
    const drafts: string[] = [];
    for (const title of ['One', 'Two'])
      drafts.push(
        (
          (
            await world
              .as('pkcert-analyst')
              .post(PATH)
              .send({ ...DRAFT, title })
          ).body as { id: string }
        ).id,
      );
    const release = (id: string) => releaser.post(`${PATH}/${id}/release`).send({ version: 1 });
    expect((await release(drafts[0]!)).status).toBe(403);
    const proof = await releaser.post(PROVE).send({ password: PASSWORD });
    const until = new Date(world.clock.now().getTime() + 5 * MINUTE).toISOString();
    expect([proof.status, proof.body]).toEqual([200, { covers_until: until }]);
    expect([(await release(drafts[0]!)).status, (await release(drafts[1]!)).status]).toEqual([201, 201]);
  });

  test('tells of consequences without a proof: a dry run changes nothing', async () => {
    const releaser = await browser('pkcert-releaser');
    world.clock.advance(10 * MINUTE);
    const { id } = (await world.as('pkcert-analyst').post(PATH).send(DRAFT)).body as { id: string };
    const dry = await releaser.post(`${PATH}/${id}/release?dry_run=true`).send({ version: 1 });
    expect(dry.status).toBe(200);
    expect((await releaser.post(`${PATH}/${id}/release?dry_run=false`).send({ version: 1 })).status).toBe(
      403,
    );
  });

  test('stops at once, without a proof', async () => {
    const officer = await browser('pkcert-duty-officer');
    world.clock.advance(60 * MINUTE);
    const { body } = await officer.post('/api/v1/stops').send({});
    expect((body as { type: string }).type).not.toBe('/problems/access/prove-again');
  });

  test('is not let in by a proof of another session, nor by its clock moved back', async () => {
    const [here, elsewhere] = [await browser('pkcert-administrator'), await browser('pkcert-administrator')];
    world.clock.advance(5 * MINUTE);
    await elsewhere.post(PROVE).send({ password: PASSWORD });
    expect((await here.post('/api/v1/api-keys').send({})).status).toBe(403);
    expect((await elsewhere.post('/api/v1/api-keys').send({})).status).toBe(422);
    world.clock.advance(-1);
    expect((await elsewhere.post('/api/v1/api-keys').send({})).status).toBe(403);
  });
});

describe('a session of a program, and a key', () => {
  test('are never asked: who holds a token of the web API answers for it', async () => {
    const { email } = castMember('pkcert-administrator');
    for (const more of [{}, { kind: 'api' }]) {
      const { body } = await trySignIn(email, PASSWORD, more);
      world.clock.advance(10 * MINUTE);
      expect(
        (
          await caller(body as Tokens)
            .post('/api/v1/api-keys')
            .send({})
        ).status,
      ).toBe(422);
    }
    expect((await trySignIn(email, PASSWORD, { kind: 'telephone' })).status).toBe(422);
  });
});

describe('proving', () => {
  test('takes the password, and the code of the second factor of who has one; each code once', async () => {
    const { secret, recovery } = await enrol(world, world.as('banking-administrator'));
    const { email } = castMember('banking-administrator');
    const code = shownBy(secret, world);
    const session = caller((await trySignIn(email, PASSWORD, { kind: 'browser', code })).body as Tokens);
    world.clock.advance(5 * MINUTE);
    const attempt = async (sent: object) => {
      const { status, body } = await session.post(PROVE).send(sent);
      return [status, (body as { errors?: { field: string; rule: string }[] }).errors?.[0]?.rule];
    };
    expect(await attempt({ password: PASSWORD })).toEqual([422, 'second-factor/code-required']);
    expect(await attempt({ password: PASSWORD, code: '000000' })).toEqual([422, 'second-factor/wrong-code']);
    expect(await attempt({ password: 'not the password', code: shownBy(secret, world) })).toEqual([
      422,
      'password/wrong',
    ]);
    expect((await session.post('/api/v1/api-keys').send({})).status).toBe(403);
    const shown = shownBy(secret, world);
    expect(await attempt({ password: PASSWORD, code: shown })).toEqual([200, undefined]);
    expect((await session.post('/api/v1/api-keys').send({})).status).toBe(422);
    expect(await attempt({ password: PASSWORD, code: shown })).toEqual([422, 'second-factor/wrong-code']);
    expect(await attempt({ password: PASSWORD, code: recovery[0] })).toEqual([200, undefined]);
  });

  test('is throttled together with signing in, and both are on the record', async () => {
    const session = await browser('pkcert-releaser');
    const person = world.people['pkcert-releaser'];
    const added = await addedToHouseLog(world, 'pkcert', async () => {
      for (let times = 0; times < 5; times += 1)
        expect((await session.post(PROVE).send({ password: 'wrong' })).status).toBe(422);
      expect((await session.post(PROVE).send({ password: PASSWORD })).status).toBe(429);
      expect((await trySignIn(castMember('pkcert-releaser').email, PASSWORD)).status).toBe(429);
      world.clock.advance(16 * MINUTE);
      const later = await browser('pkcert-releaser');
      expect((await later.post(PROVE).send({ password: PASSWORD })).status).toBe(200);
    });
    expect(added.map(({ kind }) => kind)).toEqual([
      ...Array<string>(5).fill('session/proof-refused'),
      'sign-in/succeeded',
      'session/proved',
    ]);
    for (const { shared } of added) expect(shared).toMatchObject({ person });
  });

  test('is asked of exactly these routes', () => {
    type Operation = { 'x-proves-again'?: boolean };
    const proving = Object.entries(apiDescription(world.app).paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).flatMap(([method, operation]) =>
        operation['x-proves-again'] ? `${method} ${path}` : [],
      ),
    );
    const expected = PROVING.map(([method, path]) =>
      `${method} ${path}`
        .replace(absent, '{id}')
        .replace('pkcert/', '{handle}/')
        .replace('0'.repeat(40), '{fingerprint}'),
    );
    expect(proving.sort()).toEqual(expected.sort());
  });

  test.each(everyone)('is for whoever is signed in: $name', async (asker) => {
    const { status } = await asker.ask(world).post(PROVE).send({ password: PASSWORD });
    const enrolled = asker.person === 'banking-administrator';
    expect(status).toBe(expectedRefusal(asker, ['person']) ?? (enrolled ? 422 : 200));
  });
});
