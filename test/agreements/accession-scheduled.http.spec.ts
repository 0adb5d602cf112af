import { startWorld, type World } from '../cast';
import { grant, inForce, terms } from './agreement-world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('who joins with terms whose entry into force is recorded for later', () => {
  test('reads nothing any more, and was no party, when the agreement ends before', async () => {
    const mou = await inForce(world, 'PK-LATER-1');
    world.clock.advance(1000);
    await mou.done('pkcert-liaison', 'terms', {
      ...terms({ grants: [...terms().grants, grant('pkcert', 'corvia', { reach_back: 'all' })] }),
      joining: [{ organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
    });
    await mou.done('pkcert-liaison', 'terms/2/submission');
    await mou.done('pkcert-liaison', 'terms/2/approvals', {
      ...{ party: 'moitt', on_behalf_of: 'Cabinet', evidence_sha256: 'ab'.repeat(32) },
    });
    await mou.done('pkcert-second-liaison', `facts/${(await mou.fact('approved', 2)).id}/confirmation`);
    for (const person of ['moitt-liaison', 'cncert-liaison', 'corvia-liaison'] as const)
      await mou.done(person, 'terms/2/signatures');
    const later = { effective_at: '2027-01-01T00:00:00Z' };
    await mou.done('cncert-liaison', 'terms/2/entry-into-force', later);
    const asked = () => world.as('corvia-liaison').get('/api/v1/agreements/PK-LATER-1');
    expect((await asked()).status).toBe(200);

    world.clock.advance(1000);
    await mou.done('pkcert-liaison', 'end', { reason: 'Between the two who had it.' });
    world.clock.set('2027-02-01T00:00:00Z');
    const absent = await world.as('corvia-liaison').get('/api/v1/agreements/PK-ABSENT');
    expect([(await asked()).status, (await asked()).text]).toEqual([404, absent.text]);
    const { parties } = await mou.read();
    expect(parties.map(({ organization }: { organization: string }) => organization)).not.toContain('corvia');
  });
});
