import { PASSWORD, type PersonKey, type World } from '../cast';
import { advisoryWorld, Desk, DRAFT, LABELS, label, ownDocument, PATH, trackingOf } from './advisory-world';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
  // Both analysts may release too, so that what keeps them from it is their authorship and nothing else.
  for (const person of ['pkcert-analyst', 'pkcert-second-analyst'] as const)
    await world
      .as('pkcert-administrator')
      .put(`/api/v1/accounts/${world.people[person]}/roles`)
      .send({ roles: ['analyst', 'releaser'] });
});
afterAll(() => world.close());

const refusal = async (id: string, version: number, toPublic = false, person?: PersonKey) => {
  const { status, body } = await desk.release(id, version, toPublic, person);
  return { status, code: body.type?.replace('/problems/', ''), fields: body.errors?.map(fieldOf) };
};
const fieldOf = ({ field }: { field: string }) => field;

describe('who releases (D-13)', () => {
  test('the author of a version does not, and another does', async () => {
    const id = await desk.draft();
    expect(await refusal(id, 1, false, 'pkcert-analyst')).toMatchObject({
      status: 403,
      code: 'release/author',
    });
    const answer = await desk.release(id, 1, false, 'pkcert-second-analyst');
    expect(answer.status).toBe(201);
    expect(answer.body.releases).toMatchObject([
      { version: 1, released_by: world.people['pkcert-second-analyst'], public: false, superseded_at: null },
    ]);
    expect(answer.body.released_version).toBe(1);
  });

  test('whoever wrote a version since the last release does not release the next either', async () => {
    const id = await desk.draft();
    await desk.change(id, { base: 1, title: 'Edited by another' }, 'pkcert-second-analyst');
    for (const author of ['pkcert-analyst', 'pkcert-second-analyst'] as const)
      expect(await refusal(id, 2, false, author)).toMatchObject({ code: 'release/author' });
    await desk.released(id, 2);
    await desk.change(id, { base: 2, title: 'And again' }, 'pkcert-second-analyst');
    expect((await desk.release(id, 3, false, 'pkcert-analyst')).status).toBe(201);
  });
});

describe('what is released', () => {
  test('only the latest version', async () => {
    const id = await desk.draft();
    await desk.change(id, { base: 1, title: 'Newer' });
    expect(await refusal(id, 1)).toMatchObject({ status: 409, code: 'item/changed' });
    expect(await refusal(id, 3)).toMatchObject({ status: 422, fields: ['version'] });
  });

  test('nothing that is unlabelled, RED without a name or, to everybody, not CLEAR', async () => {
    const bare = await desk.draft({ handling: { tlp: 'GREEN' } });
    expect(await refusal(bare, 1)).toEqual({
      status: 422,
      code: 'release/unlabelled',
      fields: ['handling.information_type', 'handling.categories', 'handling.sectors'],
    });
    const unlabelled = await desk.draft({ handling: {} });
    expect(await refusal(unlabelled, 1)).toMatchObject({ code: 'release/unlabelled' });
    const red = await desk.draft({ handling: { ...LABELS, tlp: 'RED' } });
    expect(await refusal(red, 1)).toMatchObject({ code: 'release/red' });
    expect(await refusal(await desk.draft(), 1, true)).toMatchObject({ code: 'release/not-clear' });
  });

  test('no text in a language that nobody has registered: the CSAF of it would be invalid', async () => {
    const id = await desk.draft({ lang: 'xx' });
    expect(await refusal(id, 1)).toEqual({
      status: 422,
      code: 'advisory/csaf-invalid',
      fields: ['/document/lang'],
    });
  });

  test('nothing of an organization that CSAF cannot name as publisher', async () => {
    const person = {
      email: 'second@banking.example',
      name: 'Second',
      password: PASSWORD,
      roles: ['releaser'],
    };
    await world.as('banking-administrator').post('/api/v1/accounts').send(person);
    const signedIn = await world
      .anonymous()
      .post('/api/v1/sign-in')
      .send({ email: person.email, password: PASSWORD });
    const drafted = await world.as('banking-analyst').post(PATH).send(DRAFT);
    const { body } = await world
      .presenting(`Bearer ${signedIn.body.access_token}`)
      .post(`${PATH}/${drafted.body.id}/release`)
      .send({ version: 1 });
    expect(body).toMatchObject({
      type: '/problems/advisory/csaf-invalid',
      errors: [{ field: '/document/publisher/namespace' }],
    });
  });

  test('no document that calls itself a draft', async () => {
    const document = ownDocument({
      ...label('GREEN'),
      tracking: trackingOf('PKCERT-DRAFT', 1, {
        status: 'draft',
        version: '0',
        revision_history: [{ date: '2026-02-01T08:00:00Z', number: '0', summary: 'Draft' }],
      }),
    });
    const { advisory } = await desk.import(document);
    await desk.change(advisory, { base: 1, handling: { ...LABELS, tlp: undefined } });
    expect(await refusal(advisory, 2)).toEqual({
      status: 422,
      code: 'advisory/draft-status',
      fields: ['/document/tracking/status'],
    });
  });
});

describe('a withdrawal', () => {
  const withdraw = (id: string, person: PersonKey = 'pkcert-releaser') =>
    world.as(person).post(`${PATH}/${id}/withdrawal`).send({ reason: 'It was wrong.' });

  test('takes the advisory from every reader, and its owner keeps all of it', async () => {
    const title = 'To be withdrawn';
    const id = await desk.draft({ title });
    await desk.released(id, 1);
    expect((await desk.list('cncert')).map((shown) => shown.title)).toContain(title);
    const answer = await withdraw(id);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      released_version: null,
      withdrawal: { reason: 'It was wrong.', recorded_by: world.people['pkcert-releaser'] },
      versions: [{ title }],
    });
    expect((await desk.list('cncert')).map((shown) => shown.title)).not.toContain(title);
    const feed = await world.withKey('cncert').get('/api/v1/feed?limit=1000');
    expect(feed.body.items).toContainEqual(expect.objectContaining({ event: 'withdrawn' }));
    expect(feed.text).not.toContain('It was wrong');
  });

  test('is final: nothing is changed, released or withdrawn again', async () => {
    const id = await desk.draft();
    await desk.released(id, 1);
    await withdraw(id);
    const changed = await desk.change(id, { base: 1, title: 'Back' });
    expect(changed.body).toMatchObject({ status: 409, type: '/problems/item/withdrawn' });
    expect(await refusal(id, 1)).toMatchObject({ code: 'release/withdrawn' });
    expect((await withdraw(id)).body).toMatchObject({ status: 409, type: '/problems/item/withdrawn' });
  });

  test('needs a release, since before it nobody has anything', async () => {
    const answer = await withdraw(await desk.draft());
    expect(answer.body).toMatchObject({ status: 409, type: '/problems/item/not-released' });
  });
});
