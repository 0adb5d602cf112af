import { verificationAt } from '../../src/organizations/rules/contact';
import { addedToHouseLog, BEGINNING, everyone, expectedRefusal, startWorld, type World } from '../cast';
import { addContact, type Contact, contactsOf, duty, readContact, verify } from './contact-work';

const path = contactsOf('pkcert');
const roles = ['administrator', 'liaison', 'duty-officer'] as const;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.clock.set(BEGINNING));
afterAll(() => world.close());

const change = async (contact: Contact, fields: object): Promise<Contact> => {
  const sent = { ...duty, ...fields, base: contact.version };
  return (await world.as('pkcert-administrator').put(`${path}/${contact.id}`).send(sent)).body as Contact;
};

describe('a verification', () => {
  test.each(everyone)('is for own administrators, liaison and duty officers: $name', async (asker) => {
    const contact = await addContact(world);
    const answer = await verify(world, contact, asker.ask(world));
    // The administrator entered this contact herself.
    const own = asker.person === 'pkcert-administrator' ? 403 : asker.organization === 'pkcert' ? 201 : 403;
    expect(answer.status).toBe(expectedRefusal(asker, roles) ?? own);
    await world.as('pkcert-administrator').delete(`${path}/${contact.id}`);
  });

  test('is never by who entered the contact', async () => {
    const answer = await verify(world, await addContact(world), world.as('pkcert-administrator'));
    expect(answer.body.type).toBe('/problems/contact/own-entry');
  });

  test('is never by who entered what it names, whoever has touched the rest since', async () => {
    const entered = await addContact(world, { email: 'entered@pkcert.example' });
    await world
      .as('pkcert-administrator')
      .put(`/api/v1/accounts/${world.people['pkcert-releaser']}/roles`)
      .send({ roles: ['administrator'] });
    world.clock.advance(1000);
    const other = world.as('pkcert-releaser');
    const touched = await other
      .put(`${path}/${entered.id}`)
      .send({ ...duty, email: 'entered@pkcert.example', hours: 'By day (invented)', base: 1 });
    expect(touched.status).toBe(200);
    for (const by of [other, world.as('pkcert-administrator')])
      expect((await verify(world, touched.body as Contact, by)).body.type).toBe(
        '/problems/contact/own-entry',
      );
    // Once another enters other ways to be reached, they are for the first to try.
    const changed = await other
      .put(`${path}/${entered.id}`)
      .send({ ...duty, email: 'other@pkcert.example', telephone: '+12025550199', base: 2 });
    expect((await verify(world, changed.body as Contact, other)).body.type).toBe(
      '/problems/contact/own-entry',
    );
    const first = await verify(world, changed.body as Contact, world.as('pkcert-administrator'));
    expect(first.status).toBe(201);
  });

  test('is told to every reader with its date, and is on the record', async () => {
    const contact = await addContact(world);
    expect(contact).toMatchObject({ verification: 'never', verified_at: null, verification_lapses_at: null });
    const entries = await addedToHouseLog(world, 'pkcert', () => verify(world, contact));
    const shared = {
      contact: contact.id,
      version: 1,
      method: 'telephone-call',
      by: world.people['pkcert-liaison'],
    };
    expect(entries).toEqual([{ kind: 'organization/contact-verified', shared }]);
    expect(await readContact(world, contact.id)).toMatchObject({
      verification: 'verified',
      verified_at: BEGINNING,
      verification_lapses_at: '2027-03-02T08:00:00.000Z',
    });
  });

  test('is of the version that was tried, or it is refused', async () => {
    const contact = await addContact(world);
    await change(contact, { name: 'Another' });
    expect((await verify(world, contact)).body.type).toBe('/problems/contact/changed');
  });

  test('lapses after twelve months to the millisecond, and then says so', async () => {
    const contact = await addContact(world);
    await verify(world, contact);
    world.clock.set('2027-03-02T07:59:59.999Z');
    expect((await readContact(world, contact.id))?.verification).toBe('verified');
    world.clock.set('2027-03-02T08:00:00.000Z');
    expect(await readContact(world, contact.id)).toMatchObject({
      verification: 'lapsed',
      verified_at: BEGINNING,
    });
    await verify(world, contact);
    expect((await readContact(world, contact.id))?.verification).toBe('verified');
  });

  test.each<[string, object, string]>([
    ['another e-mail', { email: 'other@pkcert.example' }, 'never'],
    ['another telephone', { telephone: '+12025550199' }, 'never'],
    ['no telephone', { telephone: undefined }, 'never'],
    ['another name', { name: 'Another' }, 'verified'],
    ['other hours', { hours: 'On weekdays' }, 'verified'],
  ])('after %s counts as it should', async (_, fields, verification) => {
    const contact = await addContact(world);
    await verify(world, contact);
    expect((await change(contact, fields)).verification).toBe(verification);
    expect((await readContact(world, contact.id))?.verification).toBe(verification);
  });

  test('of an e-mail that went and came back does not count again', async () => {
    const contact = await addContact(world);
    await verify(world, contact);
    const gone = await change(contact, { email: 'other@pkcert.example' });
    const back = await change(gone, {});
    expect(back).toMatchObject({ email: duty.email, verification: 'never' });
  });

  test('stays on the list of own people, with by whom and how', async () => {
    const contact = await addContact(world);
    await verify(world, contact);
    await verify(world, contact, world.as('pkcert-duty-officer'));
    const { body } = await world.as('pkcert-auditor').get(`${path}/${contact.id}/verifications`);
    expect(body).toMatchObject({
      items: [
        { method: 'telephone-call', recorded_by: { id: world.people['pkcert-duty-officer'] } },
        { email: duty.email, telephone: duty.telephone, note: null, version: 1, at: BEGINNING },
      ],
      next: null,
    });
  });
});

test('a verification counts up to, and not at, the instant of its lapse', () => {
  const lapse = new Date('2027-03-02T08:00:00Z');
  const before = new Date(lapse.getTime() - 1);
  expect([verificationAt(before, lapse), verificationAt(lapse, lapse), verificationAt(lapse, null)]).toEqual([
    'verified',
    'lapsed',
    'never',
  ]);
});

test('the text after RFC 2350 names contacts and says which are not verified', async () => {
  await world
    .as('pkcert-administrator')
    .put('/api/v1/organizations/pkcert/profile')
    .send({ base: 0, name: 'PKCERT (demonstration)' });
  const contact = await addContact(world, { email: 'known@pkcert.example', telephone: '+12025550111' });
  await addContact(world, { email: 'unknown@pkcert.example', role: 'press', emergency: false });
  await verify(world, contact);
  const { text } = await world
    .as('itu-liaison')
    .get('/api/v1/organizations/pkcert/profile')
    .set('Accept', 'text/plain');
  expect(text).toContain(
    'known@pkcert.example (duty; The duty desk (invented); for emergencies; At all hours; verified)',
  );
  expect(text).toMatch(/unknown@pkcert\.example \(press;.*not verified\)/);
  expect(text).toContain('+12025550111 (duty;');
});
