import { type Asker, everyone, expectedRefusal } from '../../cast';
import { PATH, Requests, type Shown } from './request-world';

const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
const SECRET = ['Asked of PKCERT', 'The details', 'Title of the answer'];

let requests: Requests;
/** The request of CNCERT/CC to PKCERT that is asked for, and the item that it was answered with. */
let request: string;
let item: string;
beforeAll(async () => {
  requests = await Requests.start();
  await requests.sharing.inForce('corvia', 'PK-XC-ASK', { need: 'on_request', reach_back: 'all' });
  item = await requests.sharing.released('Title of the answer');
  request = await requests.ask({ subject: 'Asked of PKCERT', details: 'The details' });
  await requests.answer(request, item);
});
afterAll(() => requests.world.close());

const isSide = ({ organization }: Asker) => organization === 'pkcert' || organization === 'cncert';
const send = (asker: Asker, path: string, body: object = {}) =>
  asker.ask(requests.world).post(`${PATH}${path}`).send(body);

test.each(everyone)('is read by people of the two sides, and by nobody else: $name', async (asker) => {
  const caller = asker.ask(requests.world);
  const refused = expectedRefusal(asker, ['person']);
  const shown = await caller.get(`${PATH}/${request}`);
  expect(shown.status).toBe(refused ?? (isSide(asker) ? 200 : 404));
  const list = await caller.get(`${PATH}?limit=200`);
  expect(list.status).toBe(refused ?? 200);
  if (refused) return;
  const { items } = list.body as { items: Shown[] };
  expect(items.some(({ id }) => id === request)).toBe(isSide(asker));
  if (isSide(asker)) return;
  const absent = await caller.get(`${PATH}/${ABSENT}`);
  expect([shown.text, shown.headers.etag]).toEqual([absent.text, absent.headers.etag]);
  for (const word of [...SECRET, request, item]) expect(`${shown.text}${list.text}`).not.toContain(word);
});

test.each(everyone)('names people to their own side alone: $name', async (asker) => {
  if (!isSide(asker) || expectedRefusal(asker, ['person'])) return;
  const { text, body } = await asker.ask(requests.world).get(`${PATH}/${request}`);
  const own = asker.organization === 'pkcert';
  expect([text.includes('Lin Yue'), text.includes('Farah Nadeem')]).toEqual([!own, own]);
  expect((body as Shown).direction).toBe(own ? 'received' : 'sent');
  expect(text.includes(item)).toBe(own);
  expect(text.includes('Title of the answer')).toBe(own);
});

test.each(everyone)('is made by those who work for a team that PKCERT shares with: $name', async (asker) => {
  const posted = await send(asker, '', requests.body());
  const refused = expectedRefusal(asker, ['analyst', 'liaison', 'duty-officer']);
  const partner = ['cncert', 'corvia'].includes(asker.organization);
  // To itself is another fault than to one that shares nothing.
  const expected = partner ? 201 : asker.organization === 'pkcert' ? 422 : 409;
  expect(posted.status).toBe(refused ?? expected);
  if (posted.status === 409)
    expect((posted.body as { type: string }).type).toBe('/problems/request/no-agreement');
});

test.each(everyone)('is answered by releasers of whom it went to: $name', async (asker) => {
  const body = { item: ABSENT };
  const refused = expectedRefusal(asker, ['releaser']);
  const answered = await send(asker, `/${request}/answers`, body);
  expect(answered.status).toBe(refused ?? (asker.organization === 'pkcert' ? 422 : 404));
  const absent = await send(asker, `/${ABSENT}/answers`, body);
  expect(absent.status).toBe(refused ?? 404);
});

test.each(everyone)(
  'is refused by those of whom it went to who may, and by no other: $name',
  async (asker) => {
    const mine = await requests.ask();
    const refused = expectedRefusal(asker, ['analyst', 'liaison', 'releaser']);
    const { status, body } = await send(asker, `/${mine}/refusal`, {
      reason_code: 'other',
      tell_reason: true,
    });
    const side = { pkcert: 201, cncert: 403 }[asker.organization as string] ?? 404;
    expect(status).toBe(refused ?? side);
    if (!refused && side === 403)
      expect((body as { type: string }).type).toBe('/problems/request/not-addressee');
    expect((await requests.show(mine, 'pkcert-analyst')).state).toBe(status === 201 ? 'refused' : 'open');
  },
);

test.each(everyone)('is closed by those who made it, and by no other: $name', async (asker) => {
  const mine = await requests.ask();
  const refused = expectedRefusal(asker, ['analyst', 'liaison', 'duty-officer']);
  const { status, body } = await send(asker, `/${mine}/closing`);
  const side = { cncert: 201, pkcert: 403 }[asker.organization as string] ?? 404;
  expect(status).toBe(refused ?? side);
  if (!refused && side === 403)
    expect((body as { type: string }).type).toBe('/problems/request/not-requester');
  expect((await requests.show(mine, 'pkcert-analyst')).state).toBe(status === 201 ? 'closed' : 'open');
});

test('what one team was answered with is not another’s, whose own request is open', async () => {
  const theirs = await requests.ask({}, 'corvia-liaison');
  expect(await requests.listed('corvia')).toEqual([]);
  expect((await requests.show(theirs, 'corvia-liaison')).answers).toEqual([]);
  await requests.answer(theirs, item);
  expect((await requests.listed('corvia')).map(({ title }) => title)).toEqual(['Title of the answer']);
  const [one] = (await requests.show(request, 'cncert-liaison')).answers;
  const [other] = (await requests.show(theirs, 'corvia-liaison')).answers;
  expect([one!.id === other!.id, one!.reference === other!.reference]).toEqual([false, false]);
});

test('nobody asks where no agreement is in force: before it enters, after its end, or the other way round', async () => {
  const { sharing, world } = requests;
  const ask = async (person: 'dunmere-liaison' | 'pkcert-liaison', to: string) =>
    (await world.as(person).post(PATH).send(requests.body({ to }))).status;
  const path = await sharing.unsigned('dunmere', 'PK-XD-ASK');
  expect(await ask('dunmere-liaison', 'pkcert')).toBe(409);
  await world.as('dunmere-liaison').post(`${path}/signatures`).send({});
  expect(await ask('dunmere-liaison', 'pkcert')).toBe(409);
  await world.as('pkcert-liaison').post(`${path}/entry-into-force`).send({});
  requests.later();
  expect(await ask('dunmere-liaison', 'pkcert')).toBe(201);
  expect(await ask('pkcert-liaison', 'dunmere')).toBe(409);
  await sharing.end('PK-XD-ASK');
  requests.later();
  expect(await ask('dunmere-liaison', 'pkcert')).toBe(409);
});
