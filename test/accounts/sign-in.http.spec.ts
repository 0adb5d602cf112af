import { addedToHouseLog, castMember, PASSWORD, PERSON_KEYS, startWorld, type World } from '../cast';

const wrong = 'not the password at all';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
// The failures of one test are out of the window in the next.
afterEach(() => world.clock.advance(15 * 60_000));

const signIn = (email: string, password: string) =>
  world.anonymous().post('/api/v1/sign-in').send({ email, password });
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
const times = <T>(n: number, work: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => work(i));

describe('signing in', () => {
  test.each(PERSON_KEYS)('gives %s a token that works', async (key) => {
    const { status, body, headers } = await signIn(castMember(key).email, PASSWORD);
    expect({ status, ...body, access_token: '', refresh_token: '' }).toEqual({
      status: 200,
      access_token: '',
      refresh_token: '',
      refresh_token_expires_at: new Date(world.clock.now().getTime() + 12 * 3_600_000).toISOString(),
      token_type: 'Bearer',
      expires_in: 900,
    });
    expect(headers['cache-control']).toBe('no-store');
    const me = await world.presenting(`Bearer ${body.access_token}`).get('/api/v1/me');
    expect(me.body.person.id).toBe(world.people[key]);
  });

  test('knows the e-mail in any case and the password in any normal form', async () => {
    expect((await signIn('Analyst@PKCERT.example', PASSWORD)).status).toBe(200);
    const person = { email: 'zoe@itu.example', name: 'Zoë', roles: ['liaison'] };
    const password = 'Zo\u00eb liest viele B\u00fccher';
    await world
      .as('itu-administrator')
      .post('/api/v1/accounts')
      .send({ ...person, password });
    expect((await signIn(person.email, password.normalize('NFD'))).status).toBe(200);
  });

  test('leaves an entry in the house log of the person, and so does a failure', async () => {
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      await signIn('liaison@corvia.example', wrong);
      await signIn('liaison@corvia.example', PASSWORD);
    });
    const shared = { person: world.people['corvia-liaison'] };
    expect(entries).toEqual([
      { kind: 'sign-in/failed', shared },
      { kind: 'sign-in/succeeded', shared },
    ]);
  });

  test('leaves an entry without any name for an unknown e-mail', async () => {
    const entries = await addedToHouseLog(world, 'public', () => signIn('nobody@nowhere.example', wrong));
    expect(entries).toEqual([{ kind: 'sign-in/failed', shared: {} }]);
  });

  test('is refused to a person who has left', async () => {
    const path = `/api/v1/accounts/${world.people['telecom-analyst']}/departure`;
    await world.as('telecom-administrator').post(path).send({ reason: 'Retired' });
    expect((await signIn('analyst@telecom.example', PASSWORD)).status).toBe(401);
  });
});

describe('a wrong e-mail and a wrong password', () => {
  test('get the same answer', async () => {
    const [unknown, known] = [
      await signIn('nobody@pkcert.example', wrong),
      await signIn('analyst@pkcert.example', wrong),
    ];
    expect(unknown.status).toBe(401);
    expect(unknown.text).toBe(known.text);
    const { date: _, ...headers } = unknown.headers;
    expect(known.headers).toMatchObject(headers);
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
  });

  test('cost the same work', async () => {
    const took = async (email: string) => {
      const start = performance.now();
      await signIn(email, wrong);
      return performance.now() - start;
    };
    const rounds: [known: number, unknown: number][] = [];
    for (let i = 0; i < 4; i++)
      rounds.push([await took('second-analyst@pkcert.example'), await took('no-such@pkcert.example')]);
    const fastest = (which: 0 | 1) => Math.min(...rounds.map((round) => round[which]));
    // Without a hash to compare with, an unknown e-mail would be answered in a tenth of the time.
    expect(fastest(1) / fastest(0)).toBeGreaterThan(0.5);
  });
});

describe('after failures', () => {
  test('an e-mail is closed from the sixth attempt on, for the right password too, and opens again', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('auditor@cncert.example', wrong)).status).toBe(401);
    for (const password of [wrong, PASSWORD]) {
      const refused = await signIn('AUDITOR@cncert.example', password);
      expect([refused.status, refused.headers['retry-after']]).toEqual([429, '900']);
    }
    world.clock.advance(900_000);
    expect((await signIn('auditor@cncert.example', PASSWORD)).status).toBe(200);
  });

  test('an unknown e-mail is closed in the same way', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await signIn('nobody@cncert.example', wrong));
    expect(statuses(answers)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('many attempts at once on one e-mail are not admitted together', async () => {
    const answers = await Promise.all(times(15, () => signIn('liaison@dunmere.example', wrong)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test('a success forgets those of the e-mail', async () => {
    for (let i = 0; i < 4; i++) await signIn('liaison@itu.example', wrong);
    expect((await signIn('liaison@itu.example', PASSWORD)).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await signIn('liaison@itu.example', wrong)).status).toBe(401);
  });

  test('an address is closed from the twenty-first attempt on, also when all come at once', async () => {
    const answers = await Promise.all(times(30, (i) => signIn(`guess${i}@pkcert.example`, wrong)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
    expect((await signIn('analyst@pkcert.example', PASSWORD)).status).toBe(429);
  });

  test('successes do not count against an address', async () => {
    for (let i = 0; i < 22; i++) expect((await signIn('releaser@pkcert.example', PASSWORD)).status).toBe(200);
  });

  test('the table of failures holds no e-mail and no address', async () => {
    await signIn('nobody@pkcert.example', wrong);
    const rows: { subject: string }[] = await world.owner.query('SELECT subject FROM sign_in_failure');
    expect(rows.length).toBeGreaterThan(0);
    for (const { subject } of rows) expect(subject).toMatch(/^(email|address):[\w-]{43}$/);
  });
});
