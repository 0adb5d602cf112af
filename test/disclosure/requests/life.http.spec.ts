import { expected } from '../sharing-world';
import { type Answer, PATH, Requests } from './request-world';

const DAY = 86_400_000;
const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';

let requests: Requests;
beforeAll(async () => {
  requests = await Requests.start();
});
afterAll(() => requests.world.close());

/** Where the requester's feed has come to. */
let cursor: string | undefined;
const told = async (): Promise<string[]> => {
  const events: string[] = [];
  for (let more = true; more;) {
    const pulled = await requests.sharing.pull('cncert', cursor);
    events.push(...pulled.told);
    ({ next: cursor, more } = pulled);
  }
  return events;
};
const titles = async () => (await requests.listed()).map(({ title }) => title);
const status = async (path: string) => (await requests.world.withKey('cncert').get(path)).status;
const idOf = async (title: string) => (await requests.listed()).find((one) => one.title === title)!.id;
/** What each side reads of the answers. */
const answers = async (request: string): Promise<{ own: Answer[]; theirs: Answer[] }> => ({
  own: (await requests.show(request, 'pkcert-analyst')).answers,
  theirs: (await requests.show(request, 'cncert-auditor')).answers,
});

test('nothing goes before it is asked for and answered with; then feed, list, document and request agree', async () => {
  const item = await requests.sharing.released('Asked for');
  expect([await told(), await titles()]).toEqual([[], []]);
  const request = await requests.ask();
  expect([await told(), await titles()]).toEqual([[], []]);
  const answered = await requests.answer(request, item);
  expect(answered).toMatchObject({ direction: 'received', state: 'open', from: 'cncert', to: 'pkcert' });
  expect(answered.answers).toEqual([
    {
      id: item,
      reference: expect.stringMatching(/^PK-/) as string,
      type: 'advisory',
      title: 'Asked for',
      tlp: 'GREEN',
      answered_at: expect.any(String) as string,
      answered_by: 'Farah Nadeem (invented)',
      embargo_until: null,
    },
  ]);
  expect([await told(), await titles()]).toEqual([['added Asked for'], ['Asked for']]);
  const shown = await requests.show(request, 'cncert-liaison');
  const id = await idOf('Asked for');
  const { reference } = (await expected(
    200,
    requests.world.withKey('cncert').get(`/api/v1/advisories/${id}`),
  )) as { reference: string };
  expect(shown.answers).toEqual([{ id, reference, type: 'advisory' }]);
  expect(shown).toMatchObject({ direction: 'sent', asked_by: 'Lin Yue (invented)', refusal: null });
  expect(answered.asked_by).toBeUndefined();
});

test('the requester reads an answer before it has ever pulled or listed', async () => {
  const [item, request] = [await requests.sharing.released('Read first'), await requests.ask()];
  await requests.answer(request, item);
  const [answer] = (await answers(request)).theirs;
  expect(await idOf('Read first')).toBe(answer!.id);
  await told();
});

test('an item that is not released goes when it is, and until then the requester reads nothing of it', async () => {
  const [item, request] = [await requests.sharing.draft('Not released yet'), await requests.ask()];
  const before = await requests.show(request, 'cncert-liaison');
  await requests.answer(request, item);
  expect(await requests.show(request, 'cncert-liaison')).toEqual(before);
  expect((await answers(request)).own).toMatchObject([{ id: item, title: 'Not released yet' }]);
  expect(await told()).toEqual([]);
  await expected(201, requests.sharing.release(item));
  expect(await told()).toEqual(['added Not released yet']);
  expect((await answers(request)).theirs).toHaveLength(1);
});

test('a new version of what was answered with goes as well', async () => {
  const [item, request] = [await requests.sharing.released('In two versions'), await requests.ask()];
  await requests.answer(request, item);
  expect(await told()).toEqual(['added In two versions']);
  const change = { base: 1, title: 'In two versions, the second' };
  await expected(
    201,
    requests.world.as('pkcert-analyst').post(`/api/v1/advisories/${item}/versions`).send(change),
  );
  await expected(201, requests.sharing.release(item, 2));
  expect(await told()).toEqual(['updated In two versions, the second']);
  expect((await answers(request)).theirs).toHaveLength(1);
});

test.each(['closed', 'refused', 'lapsed'] as const)(
  'from the instant at which a request is %s its answers go no more, and nothing is answered',
  async (state) => {
    const title = `Until it is ${state}`;
    const [item, other] = [
      await requests.sharing.released(title),
      await requests.sharing.released('Too late'),
    ];
    const request = await requests.ask({ open_until: requests.ahead(5) });
    await requests.answer(request, item);
    expect(await told()).toEqual([`added ${title}`]);
    const path = `/api/v1/advisories/${await idOf(title)}`;
    expect(await status(path)).toBe(200);
    if (state === 'closed') await requests.close(request);
    else if (state === 'refused') await requests.refuse(request);
    else requests.later(5 * DAY);
    expect(await status(path)).toBe(404);
    expect(await status(`${path}/csaf`)).toBe(404);
    expect(await titles()).not.toContain(title);
    expect(await told()).toContain('no_longer_shared');
    const { own, theirs } = await answers(request);
    expect([own.map(({ id }) => id), theirs]).toEqual([[item], []]);
    const shown = await requests.show(request, 'cncert-liaison');
    expect([shown.state, shown.ended_at === null]).toEqual([state, false]);
    for (const [person, step, body] of [
      ['pkcert-releaser', 'answers', { item: other }],
      ['pkcert-liaison', 'refusal', { reason_code: 'law', tell_reason: false }],
      ['cncert-liaison', 'closing', {}],
    ] as const) {
      const late = await requests.world.as(person).post(`${PATH}/${request}/${step}`).send(body);
      expect([step, late.status, (late.body as { type: string }).type]).toEqual([
        step,
        409,
        '/problems/request/over',
      ]);
    }
  },
);

test('what a second open request was answered with goes on when the first is closed', async () => {
  const item = await requests.sharing.released('Asked for twice');
  const [first, second] = [await requests.ask(), await requests.ask()];
  await requests.answer(first, item);
  await requests.answer(second, item);
  await told();
  await requests.close(first);
  expect(await titles()).toContain('Asked for twice');
  await requests.close(second);
  expect(await titles()).not.toContain('Asked for twice');
  await told();
});

test('while sharing is suspended an open request can be made, answered and read, and nothing goes until it resumes', async () => {
  const pause = await requests.sharing.suspend('PK-CN-ASK');
  requests.later();
  await told();
  const [item, request] = [await requests.sharing.released('Under suspension'), await requests.ask()];
  await requests.answer(request, item);
  expect((await answers(request)).theirs).toEqual([]);
  expect([await titles(), (await answers(request)).own.length]).toEqual([[], 1]);
  await requests.sharing.resume(pause);
  requests.later();
  expect(await titles()).toContain('Under suspension');
  expect((await answers(request)).theirs).toHaveLength(1);
  await told();
});

test('the reason of a refusal is read by who asked only where it is told; that it was refused, always', async () => {
  for (const tell_reason of [false, true]) {
    const request = await requests.ask();
    const own = await requests.refuse(request, { tell_reason });
    const why = { reason_code: 'law', reason: 'A court forbids it.', told: tell_reason };
    expect(own).toMatchObject({ state: 'refused', refusal: why, ended_by: 'Hamid Raza (invented)' });
    const theirs = await requests.world.as('cncert-liaison').get(`${PATH}/${request}`);
    expect(theirs.body).toMatchObject({ state: 'refused', refusal: tell_reason ? why : null });
    expect(theirs.text.includes('court')).toBe(tell_reason);
    expect(theirs.text).not.toContain('Hamid');
  }
});

test('an item is taken by any of its references, once, and only an own one that is not withdrawn', async () => {
  const [item, request] = [await requests.sharing.released('By reference'), await requests.ask()];
  const path = `${PATH}/${request}/answers`;
  const send = (typed: string) => requests.world.as('pkcert-releaser').post(path).send({ item: typed });
  const other = await requests.ask();
  await requests.answer(other, item);
  const { reference } = (await requests.show(other, 'cncert-liaison')).answers[0]!;
  expect((await answers(other)).own[0]!.reference).not.toBe(reference);
  expect((await requests.answer(request, reference)).answers).toMatchObject([{ id: item }]);
  for (const typed of [item, item.toUpperCase(), reference.toLowerCase()])
    expect((await send(typed)).body).toMatchObject({
      status: 409,
      type: '/problems/request/answered-already',
    });
  const withdrawn = await requests.sharing.released('Withdrawn');
  await requests.sharing.withdraw(withdrawn);
  expect((await send(withdrawn)).body).toMatchObject({ status: 409, type: '/problems/item/withdrawn' });
  const theirs = (await requests.show(other, 'cncert-liaison')).answers[0]!.id;
  for (const typed of [ABSENT, theirs, 'PK-0000-0000-0', 'not an item', request])
    expect((await send(typed)).body).toMatchObject({ status: 422, errors: [{ field: 'item' }] });
});

test('a request that came with a key is made once', async () => {
  const body = requests.body({ subject: 'Made once' });
  const send = () =>
    requests.world.as('cncert-liaison').post(PATH).set('Idempotency-Key', 'made-once').send(body);
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  const { items } = (await expected(200, requests.world.as('cncert-liaison').get(`${PATH}?limit=200`))) as {
    items: { subject: string }[];
  };
  expect(items.filter(({ subject }) => subject === 'Made once')).toHaveLength(1);
});
