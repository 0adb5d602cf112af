import { expected } from '../sharing-world';
import { PATH, Requests } from './request-world';

const DAY = 86_400_000;

let requests: Requests;
beforeAll(async () => {
  requests = await Requests.start();
});
afterAll(() => requests.world.close());

test('a dry run says who would get what, or lose it, and records nothing', async () => {
  const [item, request] = [await requests.sharing.released('Tried'), await requests.ask()];
  const path = `${PATH}/${request}`;
  const side = { count: 1, items: [{ id: item, type: 'advisory', version: 1 }] };
  const none = { count: 0, items: [] };
  const tried = await expected(
    200,
    requests.world.as('pkcert-releaser').post(`${path}/answers?dry_run=true`).send({ item }),
  );
  expect(tried).toMatchObject({ dry_run: true, teams: [{ team: 'cncert', gets: side, loses: none }] });
  expect((await requests.show(request, 'pkcert-analyst')).answers).toEqual([]);
  await requests.answer(request, item);
  const refused = requests.world
    .as('pkcert-liaison')
    .post(`${path}/refusal?dry_run=true`)
    .send({ reason_code: 'law', tell_reason: true });
  expect(await expected(200, refused)).toMatchObject({
    teams: [{ team: 'cncert', gets: none, loses: side }],
  });
  const closed = requests.world.as('cncert-liaison').post(`${path}/closing?dry_run=true`).send({});
  expect(await expected(200, closed)).toMatchObject({
    teams: [],
    received: [{ originator: 'pkcert', loses: 1 }],
  });
  expect((await requests.show(request, 'cncert-liaison')).state).toBe('open');
});

test('an embargo holds back what was answered with, and a dry run looks at its end', async () => {
  const embargo_until = requests.ahead(2);
  const item = await requests.sharing.released('Under embargo', { embargo_until });
  const request = await requests.ask();
  const path = `${PATH}/${request}/answers?dry_run=true`;
  const tried = (await expected(200, requests.world.as('pkcert-releaser').post(path).send({ item }))) as {
    effective_at: string;
    teams: { team: string }[];
  };
  expect([tried.effective_at, tried.teams.map(({ team }) => team)]).toEqual([embargo_until, ['cncert']]);
  expect((await requests.answer(request, item)).answers).toMatchObject([{ embargo_until }]);
  const seen = async () => {
    const titles = (await requests.listed()).map(({ title }) => title);
    const { answers } = await requests.show(request, 'cncert-liaison');
    return [titles.includes('Under embargo'), answers.length];
  };
  expect(await seen()).toEqual([false, 0]);
  requests.later(2 * DAY);
  expect(await seen()).toEqual([true, 1]);
});

test('a dry run counts nothing that leaves by other channels than that it is asked by', async () => {
  const byMail = await Requests.start({ need: 'on_request', reach_back: 'all', channels: ['mail'] });
  try {
    const [item, request] = [await byMail.sharing.released('By mail alone'), await byMail.ask()];
    await byMail.answer(request, item);
    expect([await byMail.listed(), (await byMail.show(request, 'cncert-liaison')).answers]).toEqual([[], []]);
    const closing = byMail.world.as('cncert-liaison').post(`${PATH}/${request}/closing?dry_run=true`);
    expect(await expected(200, closing.send({}))).toMatchObject({ teams: [], received: [] });
  } finally {
    await byMail.world.close();
  }
});
