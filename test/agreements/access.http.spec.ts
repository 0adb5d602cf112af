import { type Asker, everyone, expectedRefusal, ORGANIZATION_KEYS, startWorld, type World } from '../cast';
import { inForce, type Instrument, memorandum } from './agreement-world';

let world: World;
let mou: Instrument;
let pauseId: string;
beforeAll(async () => {
  world = await startWorld();
  mou = await inForce(world, 'PK-ACCESS-1');
  const stop = await world
    .as('pkcert-duty-officer')
    .post('/api/v1/stops')
    .send({ to: 'cncert', reason: 'drill' });
  pauseId = stop.body.id;
});
afterAll(() => world.close());

const PARTIES = ['moitt', 'pkcert', 'cncert', 'itu'];
const isParty = ({ organization }: Asker) => PARTIES.includes(organization);
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const changes: ['post', string, object][] = [
  ['post', '/terms', memorandum('X').terms],
  ['post', '/terms/1/approvals', {}],
  ['post', '/terms/1/signatures', {}],
  ['post', '/terms/1/notifications', {}],
  ['post', '/terms/1/rejections', { reason: 'to learn' }],
  ['post', '/terms/1/withdrawal', {}],
  ['post', '/terms/1/entry-into-force', {}],
  ['post', '/facts/11111111-1111-4111-8111-111111111111/confirmation', {}],
  ['post', '/suspensions', { reason: 'to learn' }],
  ['post', '/notice', { effective_at: '2027-01-01T00:00:00Z' }],
  ['post', '/end', { reason: 'to learn' }],
];

describe.each(everyone)('$name', (asker) => {
  const refusal = expectedRefusal(asker, ['person', 'api-key']);

  test('reads an agreement if her organization is party to it', async () => {
    const answer = await asker.ask(world).get('/api/v1/agreements/PK-ACCESS-1');
    expect(answer.status).toBe(refusal ?? (isParty(asker) ? 200 : 404));
    const list = await asker.ask(world).get('/api/v1/agreements');
    expect(list.status).toBe(refusal ?? 200);
    if (!refusal) expect(list.body.items).toHaveLength(isParty(asker) ? 1 : 0);
    if (!refusal && !isParty(asker)) expect(list.text).toBe('{"items":[],"next":null}');
  });

  test('tells an agreement of others from none in no way, whatever she asks of it', async () => {
    if (isParty(asker)) return;
    const routes: ['get' | 'post', string, object][] = [
      ['get', '', {}],
      ['post', '/terms/1/submission', {}],
      ...(asker.is.includes('liaison') ? changes : []),
    ];
    for (const [method, path, body] of routes) {
      const ask = async (reference: string) => {
        const asked = asker.ask(world)[method](`/api/v1/agreements/${reference}${path}`);
        const { status, text, headers } = await (method === 'get' ? asked : asked.send(body));
        return {
          status,
          text,
          headers: Object.keys(headers).filter((name) => name !== 'date'),
          etag: headers.etag,
        };
      };
      const [hidden, absent] = [await ask('PK-ACCESS-1'), await ask('PK-ACCESS-9')];
      expect(hidden).toEqual(absent);
      expect([401, 403, 404]).toContain(hidden.status);
    }
  });

  test('sees a stop if it is between her organization and another', async () => {
    const answer = await asker.ask(world).get('/api/v1/pauses');
    expect(answer.status).toBe(refusal ?? 200);
    if (!refusal)
      expect(answer.body.items).toHaveLength(['pkcert', 'cncert'].includes(asker.organization) ? 1 : 0);
    if (['pkcert', 'cncert'].includes(asker.organization)) return;
    const ask = async (id: string) => {
      const { status, text } = await asker
        .ask(world)
        .post(`/api/v1/pauses/${id}/resumption`)
        .send({ reason: 'why not' });
      return { status, text };
    };
    expect(await ask(pauseId)).toEqual(await ask('11111111-1111-4111-8111-111111111111'));
    expect(await ask(pauseId)).toEqual(await ask('no-id'));
  });

  test('stops sharing only as a duty officer, and changes agreements only as a liaison officer', async () => {
    const stop = await asker.ask(world).post('/api/v1/stops').send({ to: 'dunmere', reason: 'drill' });
    expect(stop.status).toBe(expectedRefusal(asker, ['duty-officer']) ?? 409);
    const step = await asker.ask(world).post('/api/v1/agreements/PK-ACCESS-9/terms/1/submission').send({});
    expect(step.status).toBe(expectedRefusal(asker, ['liaison']) ?? 404);
  });

  test('reads the names of persons of her own organization, and ids of nothing but facts and pauses', async () => {
    if (refusal || !isParty(asker)) return;
    const { body, text } = await asker.ask(world).get('/api/v1/agreements/PK-ACCESS-1');
    for (const { recorded_by, person } of body.facts)
      expect(person !== null).toBe(recorded_by === asker.organization);
    const shown = [...body.facts, ...body.pauses].map(({ id }: { id: string }) => id);
    expect(new Set(text.match(UUID))).toEqual(new Set(shown));
    expect(shown.every((id: string) => id[14] === '4')).toBe(true);
  });
});

describe('a party without the role', () => {
  test.each([
    ['itu-liaison', 'terms/1/submission', {}],
    ['itu-liaison', 'terms', memorandum('X').terms],
    ['moitt-liaison', 'suspensions', { reason: 'as a ministry' }],
    ['itu-liaison', 'suspensions', { reason: 'as an observer' }],
    ['itu-liaison', 'notice', { effective_at: '2027-01-01T00:00:00Z' }],
    ['itu-liaison', 'end', { reason: 'as an observer' }],
    ['itu-liaison', 'terms/1/entry-into-force', {}],
  ] as const)('%s may not %s', async (person, path, body) => {
    expect((await mou.post(person, path, body)).status).toBe(403);
  });
});

test('every organization of the cast was asked', () => {
  expect(new Set(everyone.map(({ organization }) => organization))).toEqual(
    new Set([...ORGANIZATION_KEYS, 'public']),
  );
});
