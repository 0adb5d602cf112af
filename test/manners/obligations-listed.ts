import { NOTICES } from '../disclosure/obligations/register-world';
import { expected, Sharing } from '../disclosure/sharing-world';
import type { World } from '../cast';

/** Two agreements under which two teams owe PKCERT something, two notices, and the digests of two days. */
export async function obligationsListed(world: World): Promise<void> {
  const sharing = Sharing.in(world);
  const obligations = { acknowledge_within: { minutes: 60 }, retention_days: 30 };
  // What nothing else is of, so that these agreements change nothing for the other lists.
  const information_types = [{ type: 'statistics', tlp_ceiling: 'GREEN' }];
  for (const team of ['cncert', 'corvia'] as const)
    await sharing.inForce(team, `PK-${team.toUpperCase()}-OWES`, { obligations, information_types });
  world.clock.advance(1000);
  await sharing.released('Owed for', { information_type: 'statistics' });
  for (const team of ['cncert', 'corvia'] as const)
    await expected(200, world.withKey(team).get('/api/v1/feed'));
  const { agreement } = await world.owner
    .query<{ agreement: string }[]>(
      `SELECT a.reference AS agreement FROM obligation o JOIN agreement a ON a.id = o.agreement_id
       JOIN organization d ON d.id = o.debtor_id WHERE d.handle = 'cncert' LIMIT 1`,
    )
    .then(([row]) => row!);
  for (const statement of ['Of one.', 'Of all.'])
    await expected(
      201,
      world
        .as('cncert-liaison')
        .post(NOTICES)
        .send({ kind: 'destruction_certificate', agreement, to: 'pkcert', statement }),
    );
  await world.owner.query(
    `INSERT INTO obligation_digest SELECT DISTINCT o.agreement_id, day, o.creditor_id, 0, 1, o.due_at, now()
     FROM (SELECT * FROM obligation LIMIT 1) o CROSS JOIN (VALUES (date '2026-03-01'), (date '2026-03-02')) d (day)`,
  );
}
