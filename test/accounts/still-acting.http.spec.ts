import type { Response } from 'supertest';
import { type PersonKey, type World } from '../cast';
import { holding, untilWaiting } from '../cast/held-lock';
import { Sharing } from '../disclosure/sharing-world';
import { wholeDatabase } from '../manners/whole-database';

let sharing: Sharing;
let world: World;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN');
});
afterAll(() => world.close());

const PATH = '/api/v1/advisories';
const REASON = { reason: 'Of a test.' };
interface Change {
  does: string;
  person: PersonKey;
  role: string;
  /** What has to be there first; a path's id. */
  given?: () => Promise<string>;
  path: (id: string) => string;
  body: (id: string) => object;
}
const CHANGES: Change[] = [
  {
    does: 'drafts',
    person: 'pkcert-analyst',
    role: 'analyst',
    path: () => PATH,
    body: () => ({ title: 'Late', summary: 'Of a test.' }),
  },
  {
    does: 'opens a case',
    person: 'pkcert-analyst',
    role: 'analyst',
    path: () => '/api/v1/incidents',
    body: () => ({ title: 'Late', summary: 'Of a test.' }),
  },
  {
    does: 'releases',
    person: 'pkcert-releaser',
    role: 'releaser',
    given: () => sharing.draft('To be released late'),
    path: (id) => `${PATH}/${id}/release`,
    body: () => ({ version: 1 }),
  },
  {
    does: 'releases many',
    person: 'pkcert-releaser',
    role: 'releaser',
    given: () => sharing.draft('To be released late with others'),
    path: () => `${PATH}/bulk/releases`,
    body: (id) => ({ items: [{ id, version: 1 }] }),
  },
  {
    does: 'withdraws',
    person: 'pkcert-releaser',
    role: 'releaser',
    given: () => sharing.released('To be withdrawn late'),
    path: (id) => `${PATH}/${id}/withdrawal`,
    body: () => REASON,
  },
  {
    does: 'suspends an agreement',
    person: 'pkcert-liaison',
    role: 'liaison',
    path: () => '/api/v1/agreements/PK-CN/suspensions',
    body: () => REASON,
  },
  {
    does: 'stops what goes to a partner',
    person: 'pkcert-duty-officer',
    role: 'duty-officer',
    path: () => '/api/v1/stops',
    body: () => ({ to: 'cncert', ...REASON }),
  },
];

/** Asks, and does this while what was asked for is all but done. */
async function meanwhile(change: Change, happens: (accountId: string) => Promise<unknown>) {
  const id = (await change.given?.()) ?? '';
  const before = await wholeDatabase(world);
  let answer: Promise<Response> | undefined;
  await holding(world, `administrators:${world.organizations.pkcert}`, async () => {
    answer = Promise.resolve(world.as(change.person).post(change.path(id)).send(change.body(id)));
    const early = answer.then(({ status, text }) => Promise.reject(new Error(`${status} ${text}`)));
    await Promise.race([untilWaiting(world, 1), early]);
    await happens(world.people[change.person]);
  });
  return { before, answer: await answer! };
}
const changed = async (before: Record<string, string>) => {
  const after = await wholeDatabase(world);
  return Object.keys(after).filter((table) => after[table] !== before[table]);
};

describe.each(CHANGES)('who $does', (change) => {
  it('changes nothing once the role has been taken away, and is told so', async () => {
    const take = 'DELETE FROM account_role WHERE account_id = $1 AND role = $2';
    const { before, answer } = await meanwhile(change, (id) => world.owner.query(take, [id, change.role]));
    await world.owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, $2, '2026-01-01')`,
      [world.people[change.person], change.role],
    );
    expect([answer.status, answer.body]).toEqual([
      403,
      expect.objectContaining({ type: '/problems/access/roles-changed' }),
    ]);
    expect((await changed(before)).filter((table) => table !== 'account_role')).toEqual([]);
  });

  it('changes nothing once the session has ended', async () => {
    const end = `INSERT INTO session_end (session_id, at, reason) SELECT s.id, $2, 'signed-out' FROM session s WHERE s.account_id = $1
      AND NOT EXISTS (SELECT 1 FROM session_end e WHERE e.session_id = s.id)`;
    const { before, answer } = await meanwhile(change, (id) =>
      world.owner.query(end, [id, world.clock.now()]),
    );
    world.clock.advance(1000);
    expect([answer.status, answer.body]).toEqual([
      401,
      expect.objectContaining({ type: '/problems/credential/invalid' }),
    ]);
    expect((await changed(before)).filter((table) => table !== 'session_end')).toEqual([]);
  });

  it('does it when neither is so', async () => {
    const { answer } = await meanwhile(change, () => Promise.resolve());
    expect([answer.status, answer.body]).toEqual([expect.any(Number), expect.any(Object)]);
    expect(answer.status).toBeLessThan(300);
  });
});

it('a releaser who leaves while a release of hers waits releases nothing', async () => {
  const id = await sharing.draft('Of one who leaves');
  let release: PromiseLike<{ status: number }> | undefined;
  await holding(world, `originator:${world.organizations.pkcert}`, async () => {
    release = sharing.release(id).then((answered) => answered);
    await untilWaiting(world, 1);
    const path = `/api/v1/accounts/${world.people['pkcert-releaser']}/departure`;
    expect((await world.as('pkcert-administrator').post(path).send({ reason: 'Left.' })).status).toBe(201);
  });
  expect((await release!).status).toBe(401);
  expect(await world.owner.query('SELECT * FROM release WHERE item_id = $1', [id])).toEqual([]);
});
