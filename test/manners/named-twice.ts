import { DRAFT, PATH } from '../advisories/advisory-world';
import { grant, Instrument } from '../agreements/agreement-world';
import type { World } from '../cast';

// Of a kind that no other agreement grants, so that what is shared under those rests on them alone.
const RED = { information_types: [{ type: 'forensic_data', tlp_ceiling: 'RED' }], categories: 'any' };

/** Two duty officers of CNCERT, one of them verified twice, who is named by two advisories marked RED. */
export async function namedTwice(world: World, until: string): Promise<void> {
  const person = world.people['cncert-duty-officer'];
  await world.owner.query(
    `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', now())`,
    [world.people['cncert-auditor']],
  );
  const mou = new Instrument(world, 'PK-CN-RED');
  await mou.draft({ terms: { grants: [grant('pkcert', 'cncert', RED)] } });
  await (await mou.sign()).enter();
  const handling = {
    ...{ ...DRAFT.handling, tlp: 'RED', information_type: 'forensic_data' },
    ...{ audience: { include: 'partners' }, named_persons: [person] },
  };
  for (const title of ['One by name', 'Two by name']) {
    const verified = await world
      .as('pkcert-liaison')
      .post('/api/v1/duty-officer-verifications')
      .send({ person, method: 'call_back', valid_until: until });
    const drafted = await world
      .as('pkcert-analyst')
      .post(PATH)
      .send({ ...DRAFT, title, handling });
    const { id } = drafted.body as { id: string };
    const released = await world.as('pkcert-releaser').post(`${PATH}/${id}/release`).send({ version: 1 });
    expect([verified.status, drafted.status, released.status]).toEqual([201, 201, 201]);
  }
}
