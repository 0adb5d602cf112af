import { startWorld, type World } from '../cast';
import { cabinet, grant, inForce, terms } from './agreement-world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

// The clock of these tests stands still: all of this is of one millisecond.
test('who joins gains nothing of a proposal drawn up in the very instant of its accession, before it', async () => {
  const mou = await inForce(world, 'PK-INSTANT');
  await mou.done('pkcert-liaison', 'terms', {
    ...terms({ grants: [...terms().grants, grant('pkcert', 'corvia')] }),
    joining: [{ organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
  });
  await mou.done('pkcert-liaison', 'terms/2/submission');
  await mou.done('pkcert-liaison', 'terms/2/approvals', cabinet);
  await mou.done('pkcert-second-liaison', `facts/${(await mou.fact('approved', 2)).id}/confirmation`);
  for (const person of ['moitt-liaison', 'cncert-liaison', 'corvia-liaison'] as const)
    await mou.done(person, 'terms/2/signatures');
  await mou.done('pkcert-liaison', 'terms', terms());
  await mou.done('pkcert-liaison', 'terms/3/submission');
  await mou.enter(2);

  const read = async (person: 'pkcert-liaison' | 'corvia-liaison') =>
    ((await mou.read(person)) as { terms: { number: number; signatures_missing: string[] }[] }).terms;
  const numbers = async (person: 'pkcert-liaison' | 'corvia-liaison') =>
    (await read(person)).map(({ number }) => number);
  expect([await numbers('pkcert-liaison'), await numbers('corvia-liaison')]).toEqual([[1, 2, 3], [2]]);
  expect((await read('pkcert-liaison'))[2]!.signatures_missing).toEqual(['cncert', 'moitt']);
  const { status, body } = await mou.post('cncert-liaison', 'terms/3/signatures');
  expect([status, body.type]).toEqual([409, '/problems/terms/overtaken']);

  // What is drawn up after it has it as a party, in the same instant too.
  await mou.done('pkcert-liaison', 'terms', terms());
  expect(await numbers('corvia-liaison')).toEqual([2, 4]);
  expect((await read('corvia-liaison'))[1]!.signatures_missing).toEqual(['cncert', 'corvia', 'moitt']);
});
