import type { Response } from 'supertest';
import { withConnection } from '../../src/platform/connection';
import type { OrganizationKey, World } from '../cast';
import { untilWaiting } from '../cast/held-lock';
import { expected, Sharing } from './sharing-world';

const TERMS = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] };

let sharing: Sharing;
let world: World;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-WAY-1', TERMS);
});
afterAll(() => world.close());

/** Does `work` while an answer to a team is on its way, as whoever serves holds its lock. */
const serving = (team: OrganizationKey, work: () => Promise<void>) =>
  withConnection(world.ownerUrl, async (client) => {
    await client.query('BEGIN');
    const lock = `serve:${world.organizations[team]}`;
    await client.query('SELECT pg_advisory_xact_lock_shared(app.lock_key($1))', [lock]);
    await work().finally(() => client.query('COMMIT'));
  });

/** That a request is not answered before what is on its way to a team has left, and then is. */
async function waitsFor(team: OrganizationKey, send: () => PromiseLike<Response>): Promise<Response> {
  let answered = false;
  let answer!: Promise<Response>;
  await serving(team, async () => {
    answer = Promise.resolve(send()).then((came) => {
      answered = true;
      return came;
    });
    await untilWaiting(world, 1);
    expect(answered).toBe(false);
  });
  return answer;
}

const withdrawal = (id: string) =>
  world.as('pkcert-releaser').post(`/api/v1/advisories/${id}/withdrawal`).send({ reason: 'It was wrong.' });

describe('no answer that began before is sent after', () => {
  it('a withdrawal, to whom the item is shared with; who does not have it is not waited for', async () => {
    const [first, second] = [await sharing.released('On the way'), await sharing.released('Left at once')];
    expect((await waitsFor('cncert', () => withdrawal(first))).status).toBe(201);
    await serving('dunmere', async () => {
      expect((await withdrawal(second)).status).toBe(201);
    });
  });

  it('the withdrawal of what is public, to anybody', async () => {
    const open = await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
    expect((await waitsFor('dunmere', () => withdrawal(open))).status).toBe(201);
  });

  it('the withdrawal of many at once', async () => {
    const ids = [await sharing.released('One of two'), await sharing.released('Two of two')];
    const send = () =>
      world
        .as('pkcert-releaser')
        .post('/api/v1/advisories/bulk/withdrawals')
        .send({ ids, reason: 'Both wrong.' });
    const { status, body } = await waitsFor('cncert', send);
    expect([status, body]).toMatchObject([200, { results: [{ outcome: 'done' }, { outcome: 'done' }] }]);
  });

  it('the loss of the role of a duty officer, her departure', async () => {
    const officer = `/api/v1/accounts/${world.people['cncert-duty-officer']}`;
    const administrator = world.as('cncert-administrator');
    const roles = () => administrator.put(`${officer}/roles`).send({ roles: ['analyst'] });
    expect((await waitsFor('cncert', roles)).status).toBe(200);
    await expected(200, administrator.put(`${officer}/roles`).send({ roles: ['duty-officer'] }));
    const departure = () => administrator.post(`${officer}/departure`).send({ reason: 'She left.' });
    expect((await waitsFor('cncert', departure)).status).toBe(201);
  });
});
