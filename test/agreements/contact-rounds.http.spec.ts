import { addedToHouseLog, everyone, expectedRefusal, type PersonKey, startWorld, type World } from '../cast';
import { duty } from '../organizations/contact-work';
import { inForce, terms } from './agreement-world';

const ROUNDS = '/api/v1/contact-rounds';
const CONTACTS = '/api/v1/organizations/cncert/contacts';
const DAY = 86_400_000;

interface Round {
  id: string;
  state: string;
  contacts: { contact: string; answer: string; method: string | null }[];
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await inForce(world, 'PK-CN-ROUNDS', { terms: terms({ contact_verification_days: 180 }) });
  await inForce(world, 'PK-CN-SILENT');
});
afterAll(() => world.close());

const at = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds).toISOString();
const ask = (by: PersonKey, body: object) => world.as(by).post(ROUNDS).send(body);
const partner = { organization: 'cncert', agreement: 'PK-CN-ROUNDS' };
const read = async (id: string, by: PersonKey = 'pkcert-liaison') =>
  (await world.as(by).get(`${ROUNDS}/${id}`)).body as Round;
const contact = async (email: string) => {
  const { body } = await world
    .as('cncert-administrator')
    .post(CONTACTS)
    .send({ ...duty, email });
  return body as { id: string; version: number };
};
const confirm = async (id: string, version: number) =>
  expect(
    (
      await world
        .as('cncert-liaison')
        .post(`${CONTACTS}/${id}/verifications`)
        .send({ version, method: 'email-reply' })
    ).status,
  ).toBe(201);

describe('a round of contacts', () => {
  let first: { id: string; version: number };
  let second: { id: string; version: number };
  let round: Round;
  beforeAll(async () => {
    first = await contact('one@cncert.example');
    second = await contact('two@cncert.example');
    await confirm(first.id, 1);
    world.clock.advance(1);
    round = (await ask('pkcert-liaison', { ...partner, due_at: at(30 * DAY) })).body as Round;
  });
  const answers = async () => (await read(round.id)).contacts.map(({ answer }) => answer).toSorted();

  it('is asked of a partner under terms that say how often, and begins with nothing answered', async () => {
    expect(round).toMatchObject({
      organization: 'cncert',
      asked_by: 'pkcert',
      agreement: 'PK-CN-ROUNDS',
      state: 'open',
    });
    expect(await answers()).toEqual(['open', 'open']);
  });

  it('stands in the log of the relationship, for both sides, without contacts', async () => {
    const logs = (await world.as('cncert-auditor').get('/api/v1/logs')).body as {
      items: { id: string; agreement: string | null }[];
    };
    const { id } = logs.items.find(({ agreement }) => agreement === 'PK-CN-ROUNDS')!;
    const { text } = await world.as('cncert-auditor').get(`/api/v1/logs/${id}/pages`);
    expect(text).toContain('contact-round/asked');
    expect(text).not.toContain('one@cncert.example');
  });

  it('is answered contact by contact: confirmed, with how, or corrected and then confirmed', async () => {
    await confirm(first.id, 1);
    const changed = { ...duty, email: 'three@cncert.example', base: 1 };
    await world.as('cncert-administrator').put(`${CONTACTS}/${second.id}`).send(changed);
    expect(await answers()).toEqual(['confirmed', 'corrected']);
    const told = (await read(round.id)).contacts.find(({ contact: id }) => id === first.id);
    expect(told).toMatchObject({ answer: 'confirmed', method: 'email-reply' });
  });

  it('is reminded of once when due soon and once when overdue, and both sides see it', async () => {
    const remind = async () => {
      const { status, body } = await world.as('pkcert-liaison').post(`${ROUNDS}/${round.id}/reminders`);
      return [status, (body as { type?: string }).type];
    };
    world.clock.advance(23 * DAY - 1);
    expect(await remind()).toEqual([409, '/problems/contact-round/not-due']);
    world.clock.advance(1);
    expect(await remind()).toEqual([201, undefined]);
    expect(await remind()).toEqual([409, '/problems/contact-round/reminded']);
    world.clock.advance(7 * DAY - 1);
    expect((await read(round.id)).state).toBe('due-soon');
    world.clock.advance(1);
    expect((await read(round.id, 'cncert-liaison')).state).toBe('overdue');
    expect(await remind()).toEqual([201, undefined]);
    const { body } = await world.as('cncert-liaison').get(`${ROUNDS}/${round.id}`);
    expect(body.reminders).toMatchObject([{ step: 'due-soon' }, { step: 'overdue' }]);
    const others = await world.as('cncert-liaison').post(`${ROUNDS}/${round.id}/reminders`);
    expect([others.status, others.body.type]).toEqual([403, '/problems/contact-round/not-asker']);
  });

  it('is one at a time for each asker, until it is answered; then it stays answered', async () => {
    expect((await ask('pkcert-liaison', partner)).body).toMatchObject({
      type: '/problems/contact-round/open',
    });
    await confirm(second.id, 2);
    expect(await read(round.id)).toMatchObject({ state: 'answered', answered_at: at(0) });
    world.clock.advance(1);
    expect((await ask('pkcert-liaison', partner)).status).toBe(201);
  });
});

describe('asking for a round', () => {
  it('of the own contacts needs no agreement, and is in the house log', async () => {
    const [entry] = await addedToHouseLog(world, 'corvia', async () => {
      expect((await ask('corvia-liaison', { organization: 'corvia' })).body).toMatchObject({
        agreement: null,
      });
    });
    expect(entry).toMatchObject({ kind: 'contact-round/asked', shared: { organization: 'corvia' } });
  });

  it.each<[string, PersonKey, object]>([
    ['under terms that do not say how often', 'pkcert-liaison', { ...partner, agreement: 'PK-CN-SILENT' }],
    ['under none', 'pkcert-liaison', { organization: 'cncert' }],
    ['under one that there is not', 'pkcert-liaison', { ...partner, agreement: 'PK-CN-NOWHERE' }],
    ['under one of others', 'corvia-liaison', partner],
    ['of who is no operating CERT of it', 'pkcert-liaison', { ...partner, organization: 'moitt' }],
    ['by who is no operating CERT of it', 'moitt-liaison', partner],
    ['of the own contacts under one with others', 'pkcert-liaison', { ...partner, organization: 'pkcert' }],
  ])('%s is refused, and the answer is one', async (_, by, body) => {
    const { status, body: problem } = await ask(by, body);
    expect([status, problem.errors]).toMatchObject([422, [{ field: 'agreement', rule: 'contact-terms' }]]);
  });

  it('has a due instant that lies ahead, by 366 days at most', async () => {
    for (const [due_at, rule] of [
      [at(0), 'future'],
      [at(366 * DAY + 1), 'longest'],
    ] as const) {
      const { status, body } = await ask('moitt-liaison', { organization: 'moitt', due_at });
      expect([status, body.errors]).toMatchObject([422, [{ field: 'due_at', rule }]]);
    }
  });

  it('is refused by the database too, under terms that say nothing of it', async () => {
    const { pkcert, cncert } = world.organizations;
    const insert = world.owner.query(
      `INSERT INTO contact_round SELECT gen_random_uuid(), $1, $2, id, now(), $3, now() + interval '1 day' FROM agreement WHERE reference = 'PK-CN-SILENT'`,
      [cncert, pkcert, world.people['pkcert-liaison']],
    );
    await expect(insert).rejects.toThrow('terms that say how often');
  });
});

it('is read by the two sides alone, whoever of the cast asks; others find what is not there', async () => {
  const { body } = await world.as('pkcert-liaison').get(`${ROUNDS}?side=asked`);
  const { id } = (body as { items: Round[] }).items[0]!;
  for (const asker of everyone) {
    const side = ['pkcert', 'cncert'].includes(asker.organization);
    const caller = asker.ask(world);
    const one = await caller.get(`${ROUNDS}/${id}`);
    const refused = expectedRefusal(asker, ['person']);
    expect([asker.name, one.status]).toEqual([asker.name, refused ?? (side ? 200 : 404)]);
    for (const list of ['received', 'asked']) {
      const answer = await caller.get(`${ROUNDS}?side=${list}`);
      if (refused) expect(answer.status).toBe(refused);
      else if (!side) expect([asker.name, answer.text.includes(id)]).toEqual([asker.name, false]);
    }
    const reminded = await caller.post(`${ROUNDS}/${id}/reminders`);
    const expected = expectedRefusal(asker, ['liaison']);
    expect([asker.name, reminded.status]).toEqual([
      asker.name,
      expected ?? (asker.organization === 'pkcert' ? 409 : side ? 403 : 404),
    ]);
  }
});
