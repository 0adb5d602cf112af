import { ViewerTransaction } from '../../../src/platform/viewer-transaction';
import { PATH, Requests } from './request-world';

let requests: Requests;
beforeAll(async () => {
  // Two agreements grant; the log of the first by reference says what is done, though it ends meanwhile.
  requests = await Requests.start();
  await requests.sharing.inForce('cncert', 'PK-AA-ASK', { need: 'on_request', reach_back: 'all' });
  requests.later();
});
afterAll(() => requests.world.close());

test('both sides read each step in one log but the answers; names, items and a withheld reason are the acting side’s', async () => {
  const item = await requests.sharing.released('On record');
  const first = await requests.ask({ subject: 'On record' });
  await requests.answer(first, item);
  await requests.sharing.end('PK-AA-ASK');
  requests.later();
  await requests.close(first);
  const second = await requests.ask();
  await requests.refuse(second, { tell_reason: false });
  const third = await requests.ask();
  await requests.refuse(third, { tell_reason: true });
  const parties = { from: 'cncert', to: 'pkcert' };
  const under = (reference: string, request: string) => ({ reference, request, ...parties });
  const [own, theirs] = [await requests.told('pkcert-auditor'), await requests.told('cncert-auditor')];
  const answered = ({ kind }: { kind: string }) => kind === 'request-answered';
  for (const told of [own, theirs])
    expect(told.filter((one) => !answered(one)).map(({ kind, shared }) => [kind, shared])).toEqual([
      ['request-filed', { ...under('PK-AA-ASK', first), open_until: expect.any(String) as string }],
      ['request-closed', under('PK-AA-ASK', first)],
      ['request-filed', { ...under('PK-CN-ASK', second), open_until: expect.any(String) as string }],
      ['request-refused', under('PK-CN-ASK', second)],
      ['request-filed', { ...under('PK-CN-ASK', third), open_until: expect.any(String) as string }],
      [
        'request-refused',
        { ...under('PK-CN-ASK', third), reason_code: 'law', reason: 'A court forbids it.' },
      ],
    ]);
  // How much answers it is the addressee's to know.
  expect(theirs.filter(answered)).toEqual([]);
  expect(own.filter(answered).map(({ shared }) => shared)).toEqual([
    { request: first, to: 'cncert', item, person: requests.world.people['pkcert-releaser'] },
  ]);
  const said = JSON.stringify(theirs);
  expect([said.includes(item), said.includes('Farah Nadeem'), said.includes('Hamid Raza')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(said.match(/A court forbids it/g)).toHaveLength(1);
  expect(said).toContain('Lin Yue');
  const ofItem = await requests.told('pkcert-auditor', `&item=${item}`);
  expect(ofItem.map(({ kind }) => kind)).toEqual(['request-answered']);
  expect(await requests.told('cncert-auditor', `&item=${item}`)).toEqual([]);
  expect(await requests.told('pkcert-auditor', '&organization=cncert')).toHaveLength(own.length);
  const mine = JSON.stringify(own);
  expect([mine.includes(item), mine.includes('Farah Nadeem'), mine.includes('Lin Yue')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(mine.match(/A court forbids it/g)).toHaveLength(2);
});

test('a step that is refused or only tried leaves no entry', async () => {
  const request = await requests.ask();
  const before = (await requests.told('pkcert-auditor')).length;
  const { world } = requests;
  const body = { item: request };
  const releaser = world.as('pkcert-releaser');
  expect((await releaser.post(`${PATH}/${request}/answers`).send(body)).status).toBe(422);
  const tried = await world.as('cncert-liaison').post(`${PATH}/${request}/closing?dry_run=true`).send({});
  expect(tried.status).toBe(200);
  expect(await requests.told('pkcert-auditor')).toHaveLength(before);
});

test('row-level security shows requests and ends to the two sides, and answers to their owner alone', async () => {
  const [item, request] = [await requests.sharing.released('Behind the walls'), await requests.ask()];
  await requests.answer(request, item);
  await requests.refuse(request);
  const { world } = requests;
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  const count = (organizationId: string, table: string, column: string) =>
    transaction.run({ organizationId, roles: [] }, async () => {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`;
      return (await transaction.one<{ n: number }>(sql, [request]))!.n;
    });
  const sees = async (handle: 'pkcert' | 'cncert' | 'corvia' | 'moitt') => {
    const viewer = world.organizations[handle];
    return [
      await count(viewer, 'information_request', 'id'),
      await count(viewer, 'information_request_end', 'request_id'),
      await count(viewer, 'information_request_answer', 'request_id'),
    ];
  };
  expect([await sees('pkcert'), await sees('cncert'), await sees('corvia'), await sees('moitt')]).toEqual([
    [1, 1, 1],
    [1, 1, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('row-level security alone lets who asked read why it was refused only where it is told', async () => {
  const { world } = requests;
  const transaction = world.app.get(ViewerTransaction, { strict: false });
  const rowsFor = (organizationId: string) =>
    transaction.run({ organizationId, roles: [] }, async () => {
      const tables = await transaction.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relname LIKE 'information_request%' AND relkind = 'r' ORDER BY 1`,
        [],
      );
      const texts: string[] = [];
      for (const { name } of tables)
        for (const { row } of await transaction.query<{ row: string }>(
          `SELECT to_jsonb(t)::text AS row FROM ${name} t`,
          [],
        ))
          texts.push(row);
      return texts.join('\n');
    });
  const refuse = async (reason: string, tell_reason: boolean) =>
    requests.refuse(await requests.ask(), { reason_code: 'victim_refusal', reason, tell_reason });
  await refuse('Kept to ourselves.', false);
  await refuse('Told to both.', true);
  const reads = async (handle: 'pkcert' | 'cncert' | 'corvia' | 'moitt') => {
    const all = await rowsFor(world.organizations[handle]);
    return ['Kept to ourselves.', 'Told to both.', 'victim_refusal'].map(
      (text) => all.split(text).length - 1,
    );
  };
  expect([await reads('pkcert'), await reads('cncert'), await reads('corvia'), await reads('moitt')]).toEqual(
    [
      [1, 1, 2],
      [0, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ],
  );
});
