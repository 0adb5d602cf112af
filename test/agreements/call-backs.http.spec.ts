import { addedToHouseLog, everyone, expectedRefusal, type PersonKey, type World } from '../cast';
import { Naming, YEAR } from '../disclosure/named-world';

const CALLS = '/api/v1/duty-officer-call-backs';
const NUMBERS = '/api/v1/organizations/cncert/numbers-on-file';
const STANDING = '/api/v1/red-standing';
const CONTACTS = '/api/v1/organizations/cncert/contacts';
const HOUR = 3_600_000;
const duty = {
  role: 'duty',
  name: 'Duty desk (invented)',
  email: 'duty@cncert.example',
  telephone: '+12025550123',
};

let naming: Naming;
let world: World;
beforeAll(async () => {
  naming = await Naming.start();
  ({ world } = naming);
});
afterAll(() => world.close());

interface Contact {
  id: string;
  version: number;
}
const administrator = () => world.as('cncert-administrator');
const addContact = async (change: object = {}): Promise<Contact> =>
  (
    await administrator()
      .post(CONTACTS)
      .send({ ...duty, ...change })
  ).body as Contact;
const change = async ({ id, version }: Contact, fields: object): Promise<Contact> =>
  (
    await administrator()
      .put(`${CONTACTS}/${id}`)
      .send({ ...duty, ...fields, base: version })
  ).body as Contact;
const call = (
  contact: string,
  by: PersonKey = 'pkcert-duty-officer',
  person: PersonKey = 'cncert-duty-officer',
) => world.as(by).post(CALLS).send({ person: world.people[person], contact });
const faults = async (asked: ReturnType<typeof call>) => {
  const { status, body } = await asked;
  return [
    status,
    ((body as { errors?: { field: string; rule: string }[] }).errors ?? []).map(
      ({ field, rule }) => `${field}: ${rule}`,
    ),
  ];
};
const standing = async (by: PersonKey) =>
  ((await world.as(by).get(STANDING)).body as { items: Record<string, unknown>[] }).items;
const onFile = async (contact: Contact) => {
  const { body } = await world.as('pkcert-liaison').get(NUMBERS);
  return (body as { items: { contact: string; counts: boolean }[] }).items.find(
    (one) => one.contact === contact.id,
  );
};

describe('a duty officer whose verification has lapsed', () => {
  let contact: Contact;
  let item: string;
  beforeAll(async () => {
    contact = await addContact();
    await naming.verify('cncert-duty-officer', 100 * HOUR);
    item = await naming.share('For one named person (invented)', 'cncert-duty-officer');
  });

  it('gets RED until the millisecond before, and none from the instant itself; both sides see that nobody does', async () => {
    const at = world.clock.now().getTime();
    world.clock.advance(100 * HOUR - 1);
    expect(await naming.titles('cncert-duty-officer')).toEqual(['For one named person (invented)']);
    expect(await standing('cncert-liaison')).toMatchObject([
      { counterpart: 'pkcert', side: 'ours', verified: 1, lapsed_at: null },
    ]);
    world.clock.advance(1);
    expect(await naming.titles('cncert-duty-officer')).toEqual([]);
    const lapsed = { verified: 0, verified_until: null, lapsed_at: new Date(at + 100 * HOUR).toISOString() };
    expect(await standing('pkcert-liaison')).toMatchObject([
      { counterpart: 'cncert', side: 'theirs', duty_officers: 2, ...lapsed },
    ]);
    const { text, body } = await world.as('cncert-liaison').get(STANDING);
    expect(body.items).toMatchObject([{ counterpart: 'pkcert', side: 'ours', ...lapsed }]);
    // Which items wait, the other side does not learn.
    expect(text).not.toContain('named person');
    expect(text).not.toContain(item);
  });

  it('is called back at a number on file, and gets RED again for 24 hours to the millisecond; the house log has it', async () => {
    const [entry] = await addedToHouseLog(world, 'pkcert', async () => {
      const { status, body } = await call(contact.id);
      const until = new Date(world.clock.now().getTime() + 24 * HOUR).toISOString();
      expect([status, body]).toMatchObject([
        201,
        { method: 'call_back', valid_until: until, valid: true, called_number: duty.telephone },
      ]);
    });
    expect(entry).toMatchObject({
      kind: 'duty-officer/called-back',
      shared: {
        by: world.people['pkcert-duty-officer'],
        organization: 'cncert',
        contact: contact.id,
        contact_version: 1,
      },
    });
    // The number is no part of the entry: it stays with the verification.
    expect(JSON.stringify(entry)).not.toContain(duty.telephone);
    world.clock.advance(24 * HOUR - 1);
    expect(await naming.titles('cncert-duty-officer')).toHaveLength(1);
    world.clock.advance(1);
    expect(await naming.titles('cncert-duty-officer')).toEqual([]);
  });

  it('is told in /me/verifications that she is, and not at which number', async () => {
    await call(contact.id);
    const { text, body } = await world.as('cncert-duty-officer').get('/api/v1/me/verifications?limit=1');
    expect(body.items).toMatchObject([{ method: 'call_back', valid: true }]);
    expect(text).not.toMatch(/called_number|2025550123/);
  });
});

describe('a number', () => {
  beforeAll(() => naming.verify('cncert-auditor', YEAR));

  it('counts 72 hours after it was entered, not a millisecond before', async () => {
    const contact = await addContact({ email: 'new@cncert.example' });
    world.clock.advance(72 * HOUR - 1);
    expect([await onFile(contact), await faults(call(contact.id))]).toMatchObject([
      { counts: false },
      [422, ['contact: on-file-long-enough']],
    ]);
    world.clock.advance(1);
    expect(await onFile(contact)).toMatchObject({ counts: true });
    expect((await call(contact.id)).status).toBe(201);
  });

  it('that an administrator has changed and changed back is no proof; another name beside it changes nothing', async () => {
    const first = await addContact({ email: 'changed@cncert.example' });
    world.clock.advance(100 * HOUR);
    const named = await change(first, { email: 'changed@cncert.example', name: 'Another desk (invented)' });
    expect((await call(first.id)).status).toBe(201);
    const other = await change(named, { email: 'changed@cncert.example', telephone: '+12025550124' });
    expect(await faults(call(first.id))).toEqual([422, ['contact: on-file-long-enough']]);
    await change(other, { email: 'changed@cncert.example' });
    world.clock.advance(72 * HOUR - 1);
    expect(await faults(call(first.id))).toEqual([422, ['contact: on-file-long-enough']]);
    world.clock.advance(1);
    expect((await call(first.id)).status).toBe(201);
  });

  it('of a contact that was removed, of another organization, or that is none is no number on file', async () => {
    const gone = await addContact({ email: 'gone@cncert.example' });
    const silent = await addContact({ email: 'silent@cncert.example', telephone: undefined });
    const others = await world
      .as('pkcert-administrator')
      .post('/api/v1/organizations/pkcert/contacts')
      .send(duty);
    world.clock.advance(100 * HOUR);
    await administrator().delete(`${CONTACTS}/${gone.id}`);
    for (const id of [gone.id, silent.id, others.body.id as string, '0b9e4c1a-0000-4000-8000-000000000000'])
      expect(await faults(call(id))).toEqual([422, ['contact: on-file']]);
  });

  it('that does not count is refused by the database too', async () => {
    const contact = await addContact({ email: 'fresh@cncert.example' });
    const verification = await naming.verify('cncert-duty-officer', 24 * HOUR);
    const insert = (since: string) =>
      world.owner.query(
        `INSERT INTO duty_officer_call_back SELECT $1, c.contact_id, 1, c.telephone, ${since}
         FROM organization_contact_version c WHERE c.contact_id = $2`,
        [verification, contact.id],
      );
    await expect(insert('c.at')).rejects.toThrow('on file before');
    await expect(insert(`c.at - interval '100 hours'`)).rejects.toThrow('on file before');
    world.clock.advance(100 * HOUR);
    await expect(insert('c.at')).rejects.toThrow('on file before');
  });
});

describe('calling back', () => {
  it('is for who was verified before, and not for whom somebody revoked', async () => {
    const contact = await addContact({ email: 'before@cncert.example' });
    world.clock.advance(72 * HOUR);
    await naming.makeDutyOfficer('cncert-administrator');
    const ask = () => faults(call(contact.id, 'pkcert-liaison', 'cncert-administrator'));
    expect(await ask()).toEqual([422, ['person: verified-before']]);
    const id = await naming.verify('cncert-administrator');
    await naming.revoke(id);
    expect(await ask()).toEqual([422, ['person: verified-before']]);
    await naming.verify('cncert-administrator', HOUR);
    world.clock.advance(HOUR);
    expect((await call(contact.id, 'pkcert-liaison', 'cncert-administrator')).status).toBe(201);
  });

  it('is of duty officers of partners: of others and of nobody the answer is one', async () => {
    for (const person of ['cncert-liaison', 'corvia-liaison', 'pkcert-duty-officer'] as const)
      expect(await faults(call('0b9e4c1a-0000-4000-8000-000000000000', 'pkcert-liaison', person))).toEqual([
        422,
        ['person: duty-officer'],
      ]);
  });

  it('is for duty officers and liaison officers; numbers and standing are told to the two sides alone', async () => {
    // In this world these two are duty officers, too.
    const appointed: unknown[] = ['cncert-auditor', 'cncert-administrator'];
    for (const asker of everyone.filter(({ person }) => !appointed.includes(person)))
      for (const [method, path, declared] of [
        ['post', CALLS, ['liaison', 'duty-officer']],
        ['get', NUMBERS, ['liaison', 'duty-officer']],
        ['get', STANDING, ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor']],
      ] as const) {
        const { status, body } = await asker.ask(world)[method](path);
        const refused = expectedRefusal(asker, declared);
        const granted = method === 'post' ? 422 : 200;
        expect([asker.name, path, status]).toEqual([asker.name, path, refused ?? granted]);
        if (status !== 200) continue;
        const sees =
          path === NUMBERS
            ? asker.organization === 'pkcert'
            : ['pkcert', 'cncert'].includes(asker.organization);
        expect([asker.name, path, (body as { items: unknown[] }).items.length > 0]).toEqual([
          asker.name,
          path,
          sees,
        ]);
      }
  });
});
