import { inForce } from '../agreements/agreement-world';
import { type Caller, type PersonKey, startWorld, type World } from '../cast';
import { contactsOf, duty } from '../organizations/contact-work';

interface Problem {
  type: string;
  changed_fields: string[];
}
type Shown = Record<string, unknown>;
type Change = (by: Caller) => ReturnType<Caller['post']>;

/** Accounts, API keys, contacts and pauses, of which some changes answer another thing, or nothing. */
describe('conditions on people, keys, contacts and pauses', () => {
  let world: World;
  let contact: string;
  let stop: string;
  let key: string;
  let account: string;
  beforeAll(async () => {
    world = await startWorld();
    await inForce(world, 'PK-CN-IF');
    contact = await made('pkcert-administrator', contactsOf('pkcert'), duty);
    stop = await made('pkcert-duty-officer', '/api/v1/stops', {
      to: 'cncert',
      reason: 'A leak is looked into.',
    });
    key = await made('pkcert-administrator', '/api/v1/api-keys', { name: 'Collector', expires_at: soon() });
    account = world.people['pkcert-second-analyst'];
  });
  afterAll(() => world.close());

  const soon = () => new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const made = async (person: PersonKey, path: string, body: object): Promise<string> => {
    const answer = await world.as(person).post(path).send(body);
    expect([path, answer.status]).toEqual([path, 201]);
    return (answer.body as { id: string }).id;
  };
  const things = (): [path: string, reader: PersonKey, stranger: PersonKey][] => [
    [`/api/v1/accounts/${account}`, 'pkcert-administrator', 'itu-administrator'],
    [`/api/v1/api-keys/${key}`, 'pkcert-auditor', 'itu-administrator'],
    [`/api/v1/pauses/${stop}`, 'pkcert-analyst', 'dunmere-liaison'],
    [`${contactsOf('pkcert')}/${contact}`, 'cncert-liaison', 'dunmere-liaison'],
  ];
  const read = async (path: string, person: PersonKey) => {
    const { status, headers, body } = await world.as(person).get(path).set('Accept-Encoding', 'identity');
    expect([path, status]).toEqual([path, 200]);
    return { tag: headers.etag!, view: body as Shown };
  };

  it('tags each, and answers 304 to who holds that state and may read it', async () => {
    for (const [path, reader, stranger] of things()) {
      const { tag } = await read(path, reader);
      const again = await world.as(reader).get(path).set('If-None-Match', tag);
      expect([path, again.status, again.text]).toEqual([path, 304, '']);
      const strange = await world.as(stranger).get(path).set('If-None-Match', tag);
      expect([path, strange.status]).toEqual([path, path.includes('contacts') ? 304 : 404]);
      expect((await world.anonymous().get(path).set('If-None-Match', tag)).status).toBe(401);
    }
  });

  it.each<[string, PersonKey, () => [path: string, change: Change]]>([
    [
      'the roles of an account',
      'pkcert-administrator',
      () => [
        `/api/v1/accounts/${account}`,
        (by) => by.put(`/api/v1/accounts/${account}/roles`).send({ roles: ['analyst', 'releaser'] }),
      ],
    ],
    [
      'a contact',
      'pkcert-administrator',
      () => [
        `${contactsOf('pkcert')}/${contact}`,
        (by) =>
          by.put(`${contactsOf('pkcert')}/${contact}`).send({ ...duty, hours: 'By day (invented)', base: 1 }),
      ],
    ],
    [
      'a stop',
      'pkcert-duty-officer',
      () => [
        `/api/v1/pauses/${stop}`,
        (by) => by.post(`/api/v1/pauses/${stop}/resumption`).send({ reason: 'It was none.' }),
      ],
    ],
    [
      'an API key',
      'pkcert-administrator',
      () => [
        `/api/v1/api-keys/${key}`,
        (by) => by.post(`/api/v1/api-keys/${key}/rotation`).send({ overlap_hours: 1, expires_at: soon() }),
      ],
    ],
    [
      'an account that leaves',
      'pkcert-administrator',
      () => [
        `/api/v1/accounts/${account}`,
        (by) => by.post(`/api/v1/accounts/${account}/departure`).send({ reason: 'Left' }),
      ],
    ],
    [
      'a contact that goes',
      'pkcert-administrator',
      () => [`${contactsOf('pkcert')}/${contact}`, (by) => by.delete(`${contactsOf('pkcert')}/${contact}`)],
    ],
    [
      'an API key that is revoked',
      'pkcert-administrator',
      () => [`/api/v1/api-keys/${key}`, (by) => by.delete(`/api/v1/api-keys/${key}`)],
    ],
  ])('changes %s only as it was read, and leaves it alone otherwise', async (_, person, given) => {
    const [path, change] = given();
    const { tag, view } = await read(path, person);
    for (const stale of ['"0.old"', `W/${tag}`]) {
      const { status, body } = await change(world.as(person)).set('If-Match', stale);
      expect([stale, status, (body as Problem).type]).toEqual([stale, 412, '/problems/precondition/failed']);
    }
    expect((await read(path, person)).view).toEqual(view);
    const done = await change(world.as(person)).set('If-Match', tag);
    expect([200, 201, 204]).toContain(done.status);
    const late = await change(world.as(person)).set('If-Match', tag);
    if (late.status === 404) return void expect((await world.as(person).get(path)).status).toBe(404);
    const after = await read(path, person);
    const fields = Object.keys(view).filter(
      (name) => JSON.stringify(after.view[name]) !== JSON.stringify(view[name]),
    );
    expect([late.status, (late.body as Problem).changed_fields]).toEqual([412, fields.sort()]);
    expect([fields.length > 0, late.headers.etag]).toEqual([true, after.tag]);
    // What answers another thing, or nothing, has no tag of this one.
    const itself = (done.body as Shown).id === view.id;
    expect(done.headers.etag).toBe(itself ? after.tag : undefined);
  });

  it('shows each side of a stop its own reading', async () => {
    const path = `/api/v1/pauses/${stop}`;
    const [own, theirs] = [await read(path, 'pkcert-analyst'), await read(path, 'cncert-liaison')];
    expect([own.view.reason, theirs.view.reason]).toEqual(['A leak is looked into.', null]);
    expect(own.tag).not.toBe(theirs.tag);
  });
});
