import { type Asker, everyone, expectedRefusal } from '../../cast';
import { AskingConsent, PATH, type Shown } from './consent-request-world';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
const WORDS = ['Two partners of ours', 'Why it is needed', 'Derived', 'Found by CNCERT'];

let asking: AskingConsent;
let item: string;
let own: string;
let request: string;
beforeAll(async () => {
  asking = await AskingConsent.start();
  item = await asking.received('Found by CNCERT');
  own = await asking.derived(item, 'Derived');
  request = await asking.ask(item, {
    ...{ for: own, scope: 'teams', teams: ['corvia', 'dunmere'], teams_in_words: 'Two partners of ours' },
    why: 'Why it is needed',
  });
});
afterAll(() => asking.world.close());

/** Here CNCERT/CC's duty officer releases as well. */
const refusalOf = (asker: Asker, roles: Parameters<typeof expectedRefusal>[1]) =>
  asker.name === 'cncert-duty-officer' && roles.includes('releaser')
    ? undefined
    : expectedRefusal(asker, roles);
const isSide = ({ organization }: Asker) => organization === 'pkcert' || organization === 'cncert';

test.each(everyone)(
  'is read by the two sides and by nobody else, whom it names included: $name',
  async (asker) => {
    const caller = asker.ask(asking.world);
    const refused = expectedRefusal(asker, ['person']);
    const shown = await caller.get(`${PATH}/${request}`);
    expect(shown.status).toBe(refused ?? (isSide(asker) ? 200 : 404));
    const list = await caller.get(`${PATH}?limit=200`);
    expect(list.status).toBe(refused ?? 200);
    if (refused) return;
    expect((list.body as { items: Shown[] }).items.some(({ id }) => id === request)).toBe(isSide(asker));
    if (isSide(asker)) return;
    const absent = await caller.get(`${PATH}/${ABSENT}`);
    expect([shown.text, shown.headers.etag]).toEqual([absent.text, absent.headers.etag]);
    for (const word of [...WORDS, request, item, own])
      expect(`${shown.text}${list.text}`).not.toContain(word);
  },
);

test.each(everyone)('tells each side what is its own, and no more: $name', async (asker) => {
  if (!isSide(asker) || expectedRefusal(asker, ['person'])) return;
  const { text, body } = await asker.ask(asking.world).get(`${PATH}/${request}`);
  const shown = body as Shown;
  const asks = asker.organization === 'pkcert';
  expect(shown.direction).toBe(asks ? 'sent' : 'received');
  expect(shown.teams_in_words).toBe('Two partners of ours');
  // The teams that are named in words, what waits and who asked are the asking side's.
  expect(shown.teams).toEqual(asks ? ['corvia', 'dunmere'] : []);
  expect(text.includes(own)).toBe(asks);
  expect(shown.for === undefined).toBe(!asks);
  expect(shown.asked_by === undefined).toBe(!asks);
  // What it is about: each by its own names, and the one reference that both can say.
  expect(shown.item.id === item).toBe(asks);
  expect(shown.item.reference === shown.asked_reference).toBe(asks);
  expect(shown.item.title).toBe(asks ? undefined : 'Found by CNCERT');
});

test.each(everyone)('is made by who works for a team that has the item: $name', async (asker) => {
  const body = asking.body(item, { scope: 'constituents' });
  const { status } = await asker.ask(asking.world).post(PATH).send(body);
  const refused = refusalOf(asker, ['analyst', 'liaison', 'releaser']);
  expect(status).toBe(refused ?? (asker.organization === 'pkcert' ? 201 : 422));
});

test.each(everyone)('what one does not have is answered like what is not there: $name', async (asker) => {
  if (asker.organization === 'pkcert') return;
  const send = async (what: string) =>
    asker
      .ask(asking.world)
      .post(PATH)
      .send(asking.body(what, { scope: 'constituents' }));
  const [there, absent] = [await send(item), await send(ABSENT)];
  const plain = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/"(instance|request_id)":"[^"]*"/g, ''),
  ];
  expect(plain(there)).toEqual(plain(absent));
});

const STEPS = [
  ['consent', {}, ['liaison', 'releaser'], 'cncert', 'granted'],
  ['refusal', { reason_code: 'other', tell_reason: true }, ['liaison', 'releaser'], 'cncert', 'refused'],
  ['closing', {}, ['analyst', 'liaison', 'releaser'], 'pkcert', 'closed'],
] as const;
describe.each(STEPS)('%s', (step, body, roles, side, state) => {
  test.each(everyone)(`is by those of ${side} who may, and by no other: $name`, async (asker) => {
    const id = await asking.ask(item, { scope: 'constituents' });
    const { status } = await asker.ask(asking.world).post(`${PATH}/${id}/${step}`).send(body);
    const other = isSide(asker) ? 403 : 404;
    expect(status).toBe(refusalOf(asker, [...roles]) ?? (asker.organization === side ? 201 : other));
    expect((await asking.show(id)).state).toBe(status === 201 ? state : 'open');
  });
});

test.each(everyone)('withdrawal is by the originator, a duty officer included: $name', async (asker) => {
  const id = await asking.ask(item, { scope: 'constituents' });
  await asking.consent(id);
  const { status } = await asker.ask(asking.world).post(`${PATH}/${id}/withdrawal`).send({});
  const side = { cncert: 201, pkcert: 403 }[asker.organization as string] ?? 404;
  expect(status).toBe(expectedRefusal(asker, ['liaison', 'releaser', 'duty-officer']) ?? side);
});
