import { holding, untilWaiting } from '../../cast/held-lock';
import { expected } from '../sharing-world';
import { PATH, Requests } from './request-world';

let requests: Requests;
beforeAll(async () => {
  requests = await Requests.start();
});
afterAll(() => requests.world.close());

const post = (person: 'pkcert-releaser' | 'pkcert-liaison' | 'cncert-liaison', path: string, body = {}) =>
  requests.world.as(person).post(`${PATH}/${path}`).send(body);
const status = async (sent: PromiseLike<{ status: number }>) => (await sent).status;
/** Starts both while the originator is held, the first before the second, and lets them go. */
async function inOrder(first: () => Promise<number>, second: () => Promise<number>): Promise<number[]> {
  const running: Promise<number>[] = [];
  await holding(requests.world, `originator:${requests.world.organizations.pkcert}`, async () => {
    running.push(first());
    await untilWaiting(requests.world, 1);
    running.push(second());
    await untilWaiting(requests.world, 2);
  });
  return Promise.all(running);
}
const titles = async () => (await requests.listed()).map(({ title }) => title);

test.each(['answer first', 'closing first'])(
  'of an answer and a closing at the same time nothing is left over: %s',
  async (order) => {
    const [item, request] = [await requests.sharing.released(order), await requests.ask()];
    const answer = () => status(post('pkcert-releaser', `${request}/answers`, { item }));
    const close = () => status(post('cncert-liaison', `${request}/closing`));
    const first = order === 'answer first';
    expect(await (first ? inOrder(answer, close) : inOrder(close, answer))).toEqual([201, first ? 201 : 409]);
    requests.later();
    expect(await titles()).not.toContain(order);
    const { state, answers } = await requests.show(request, 'pkcert-analyst');
    expect([state, answers.length]).toEqual(['closed', first ? 1 : 0]);
  },
);

test.each(['answer first', 'release first'])(
  'an answer and a release at the same time do not miss each other: %s',
  async (order) => {
    const title = `Released, ${order}`;
    const [item, request] = [await requests.sharing.draft(title), await requests.ask()];
    const answer = () => status(post('pkcert-releaser', `${request}/answers`, { item }));
    const release = () => status(requests.sharing.release(item));
    await (order === 'answer first' ? inOrder(answer, release) : inOrder(release, answer));
    requests.later();
    expect(await titles()).toContain(title);
  },
);

test.each(['closing first', 'release first'])(
  'an end and a release at the same time do not miss each other: %s',
  async (order) => {
    const title = `Ended, ${order}`;
    const [item, request] = [await requests.sharing.draft(title), await requests.ask()];
    await requests.answer(request, item);
    const close = () => status(post('cncert-liaison', `${request}/closing`));
    const release = () => status(requests.sharing.release(item));
    await (order === 'closing first' ? inOrder(close, release) : inOrder(release, close));
    requests.later();
    expect(await titles()).not.toContain(title);
  },
);

test('of eight answers with one item one is recorded, and of eight ends one', async () => {
  const [item, request] = [await requests.sharing.released('Of eight'), await requests.ask()];
  const eight = async (sent: () => Promise<number>) =>
    (await Promise.all(Array.from({ length: 8 }, sent))).sort();
  const one = [201, ...Array.from({ length: 7 }, () => 409)];
  expect(await eight(() => status(post('pkcert-releaser', `${request}/answers`, { item })))).toEqual(one);
  requests.later();
  const refusal = { reason_code: 'law', tell_reason: false };
  let turn = 0;
  const end = () =>
    turn++ % 2
      ? status(post('pkcert-liaison', `${request}/refusal`, refusal))
      : status(post('cncert-liaison', `${request}/closing`));
  expect(await eight(end)).toEqual(one);
  const told = (await requests.told('pkcert-auditor')).filter(
    ({ shared }) => (shared as { request: string }).request === request,
  );
  expect(told.map(({ kind }) => kind)).toEqual([
    'request-filed',
    'request-answered',
    expect.stringMatching(/^request-(closed|refused)$/),
  ]);
});

test.each(['refusal', 'closing'])(
  'a %s waits for the pull that is being served, and nothing is served after it',
  async (step) => {
    const title = `Being served before a ${step}`;
    const [item, request] = [await requests.sharing.released(title), await requests.ask()];
    await requests.answer(request, item);
    const running: PromiseLike<unknown>[] = [];
    let pulled: PromiseLike<{ items: { item?: { title: string } }[] }> | undefined;
    await holding(requests.world, `feed:${requests.world.organizations.cncert}`, async () => {
      pulled = expected(
        200,
        requests.world.withKey('cncert').get('/api/v1/feed?limit=1000'),
      ) as typeof pulled;
      void Promise.resolve(pulled);
      await untilWaiting(requests.world, 1);
      running.push(
        step === 'refusal'
          ? status(post('pkcert-liaison', `${request}/refusal`, { reason_code: 'law', tell_reason: true }))
          : status(post('cncert-liaison', `${request}/closing`)),
      );
      void Promise.resolve(running[0]);
      await untilWaiting(requests.world, 2);
    });
    expect((await pulled!).items.some((one) => one.item?.title === title)).toBe(true);
    expect(await Promise.all(running)).toEqual([201]);
    requests.later();
    expect(await titles()).not.toContain(title);
  },
);

test('a closing on a condition and a pull at the same time both come to an end', async () => {
  const [item, request] = [await requests.sharing.released('Read before'), await requests.ask()];
  await requests.answer(request, item);
  const read = await requests.world
    .as('cncert-liaison')
    .get(`${PATH}/${request}`)
    .set('Accept-Encoding', 'identity');
  await requests.answer(await requests.ask(), await requests.sharing.released('Comes meanwhile'));
  const running: Promise<number>[] = [];
  await holding(requests.world, `feed:${requests.world.organizations.cncert}`, async () => {
    running.push(status(requests.world.withKey('cncert').get('/api/v1/feed')));
    await untilWaiting(requests.world, 1);
    running.push(status(post('cncert-liaison', `${request}/closing`).set('If-Match', read.headers.etag!)));
    await untilWaiting(requests.world, 2);
  });
  expect(await Promise.all(running)).toEqual([200, 201]);
});
