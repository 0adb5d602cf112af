import { addedToHouseLog, everyone, expectedRefusal, startWorld, type World } from '../cast';
import { addContact, contactsOf, duty, readContact, verify } from './contact-work';

const path = contactsOf('pkcert');
let world: World;
const administrator = () => world.as('pkcert-administrator');
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the contacts of an organization', () => {
  test.each(everyone)('are read by every person and key, and nobody else: $name', async (asker) => {
    const answer = await asker.ask(world).get(path);
    expect(answer.status).toBe(expectedRefusal(asker, ['person', 'api-key']) ?? 200);
  });

  test.each(everyone)('are changed by own administrators only: $name', async (asker) => {
    const { id, version } = await addContact(world, { email: 'changing@pkcert.example' });
    const refusal = expectedRefusal(asker, ['administrator']) ?? (asker.organization === 'pkcert' ? 0 : 403);
    const caller = asker.ask(world);
    const added = await caller.post(path).send(duty);
    expect(added.status).toBe(refusal || 201);
    expect((await caller.put(`${path}/${id}`).send({ ...duty, base: version })).status).toBe(refusal || 200);
    expect((await caller.delete(`${path}/${id}`)).status).toBe(refusal || 204);
    for (const left of [id, added.body.id as string | undefined])
      if (left) await administrator().delete(`${path}/${left}`);
  });

  test.each(everyone)('have a history for own people only: $name', async (asker) => {
    const { id } = await addContact(world);
    const others = asker.organization === 'pkcert' ? 200 : 404;
    for (const facts of ['versions', 'verifications']) {
      const answer = await asker.ask(world).get(`${path}/${id}/${facts}`);
      expect(answer.status).toBe(expectedRefusal(asker, ['person']) ?? others);
    }
    await administrator().delete(`${path}/${id}`);
  });

  test('are shown those for emergencies first, with ids that tell nothing', async () => {
    const press = await addContact(world, { role: 'press', emergency: false, email: 'press@pkcert.example' });
    const desk = await addContact(world, { role: 'technical' });
    const { body } = await world.withKey('itu').get(path);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([desk.id, press.id]);
    for (const { id } of [press, desk]) expect(id[14]).toBe('4');
  });

  test('are not taken for those of another organization', async () => {
    const { id, version } = await addContact(world);
    const sent = { ...duty, base: version };
    for (const handle of ['corvia', 'nobody']) {
      const answer = await world
        .as('corvia-administrator')
        .put(`${contactsOf(handle)}/${id}`)
        .send(sent);
      expect(answer.status).toBe(404);
    }
  });

  test('are fifty at most', async () => {
    const { body } = await administrator().get(path);
    for (let more = 50 - (body.items as unknown[]).length; more > 0; more--) await addContact(world);
    const answer = await administrator().post(path).send(duty);
    expect(answer.body.type).toBe('/problems/contact/too-many');
    for (const { id } of (await administrator().get(path)).body.items)
      await administrator().delete(`${path}/${id}`);
  });
});

describe('a change of a contact', () => {
  test('is a new version on the record; the former stays for own people', async () => {
    const { id, version } = await addContact(world);
    const sent = { ...duty, name: 'The night desk (invented)', base: version };
    const entries = await addedToHouseLog(world, 'pkcert', () =>
      administrator().put(`${path}/${id}`).send(sent),
    );
    const by = world.people['pkcert-administrator'];
    expect(entries).toEqual([
      { kind: 'organization/contact-changed', shared: { by, contact: id, version: 2 } },
    ]);
    const { body } = await world.as('pkcert-analyst').get(`${path}/${id}/versions`).query({ limit: 1 });
    const rest = await world.as('pkcert-analyst').get(`${path}/${id}/versions`).query({ cursor: body.next });
    expect([...body.items, ...rest.body.items]).toMatchObject([
      { version: 2, name: 'The night desk (invented)', recorded_by: { id: by } },
      { version: 1, name: 'The duty desk (invented)' },
    ]);
    expect(rest.body).toMatchObject({ next: null, removed_at: null });
  });

  test('that changes nothing is no version', async () => {
    const { id, version } = await addContact(world);
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const answer = await administrator()
        .put(`${path}/${id}`)
        .send({ ...duty, base: version });
      expect(answer.body.version).toBe(version);
    });
    expect(entries).toEqual([]);
  });

  test('is refused to who was slower', async () => {
    const { id } = await addContact(world);
    const attempts = ['A', 'B'].map((name) =>
      administrator()
        .put(`${path}/${id}`)
        .send({ ...duty, name, base: 1 }),
    );
    const answers = await Promise.all(attempts);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

test('a contact that was removed is gone for others, and a fact for own people', async () => {
  const contact = await addContact(world);
  const entries = await addedToHouseLog(world, 'pkcert', () =>
    administrator().delete(`${path}/${contact.id}`),
  );
  expect(entries).toMatchObject([{ kind: 'organization/contact-removed', shared: { contact: contact.id } }]);
  expect(await readContact(world, contact.id)).toBeUndefined();
  const { body } = await world.as('pkcert-auditor').get(`${path}/${contact.id}/versions`);
  expect(body.removed_at).toBe(world.clock.now().toISOString());
  for (const answer of [
    await administrator().delete(`${path}/${contact.id}`),
    await administrator()
      .put(`${path}/${contact.id}`)
      .send({ ...duty, base: 1 }),
    await verify(world, contact),
  ])
    expect(answer.status).toBe(404);
});
