import { randomUUID } from 'node:crypto';
import { insertRow } from '../cases/given-rows';
import type { World } from '../cast';
import { expected, LABELS } from '../disclosure/sharing-world';

/** Requests, a verification, a round of contacts, a passing-on, a telling and an approval of others than who asks. */
export async function foreignConditions(world: World, until: string): Promise<void> {
  const { people, organizations, owner } = world;
  const at = world.clock.now().toISOString();
  const inserted = (table: string, values: object) =>
    insertRow(owner, table, { id: randomUUID(), ...values });
  await inserted('information_request', {
    ...{ requester_id: organizations.cncert, addressee_id: organizations.pkcert, subject: 'Of a test' },
    ...{ asked_at: at, asked_by: people['cncert-liaison'], open_until: until },
  });
  const [theirs] = await owner.query<{ id: string }[]>('SELECT id FROM item WHERE owner_id = $1 LIMIT 1', [
    organizations.pkcert,
  ]);
  await inserted('consent_request', {
    ...{
      requester_id: organizations.cncert,
      originator_id: organizations.pkcert,
      source_item_id: theirs!.id,
    },
    ...{
      source_kind: 'advisory',
      scope: 'constituents',
      why: 'Of a test',
      wanted_until: until,
      open_until: until,
    },
    ...{ asked_at: at, asked_by: people['cncert-liaison'] },
  });
  await inserted('duty_officer_verification', {
    ...{ verifier_id: organizations.pkcert, account_id: people['cncert-duty-officer'], method: 'call_back' },
    ...{ organization_id: organizations.cncert, verified_at: at, valid_until: until },
    ...{ recorded_at: at, recorded_by: people['pkcert-liaison'] },
  });
  await inserted('contact_round', {
    ...{ organization_id: organizations.pkcert, asked_by_org: organizations.pkcert, agreement_id: null },
    ...{ asked_at: at, asked_by: people['pkcert-liaison'], due_at: until },
  });
  const [agreement] = await owner.query<{ id: string }[]>(
    "SELECT id FROM agreement WHERE reference = 'PK-CN'",
  );
  const activity = { id: randomUUID(), agreement_id: agreement!.id };
  await insertRow(owner, 'activity', {
    ...{ ...activity, kind: 'drill', title: 'Of others', starts_at: at, ends_at: until, time_zone: 'UTC' },
    ...{ recorded_at: at, recorded_by: people['pkcert-liaison'] },
  });
  await insertRow(owner, 'activity_party', {
    ...{ activity_id: activity.id, agreement_id: activity.agreement_id },
    ...{ organization_id: organizations.pkcert, part: 'organizer' },
  });
  const [item] = await owner.query<{ id: string }[]>('SELECT id FROM item LIMIT 1');
  await inserted('passing_on', {
    ...{ item_id: item!.id, parent_id: organizations.pkcert, constituent_id: organizations.banking },
    ...{ at, recorded_by: people['pkcert-releaser'] },
  });
  const told = { to: 'corvia', item: item!.id, how: 'call', told_at: at };
  await expected(201, world.as('pkcert-liaison').post('/api/v1/tellings').send(told));
  const [version] = await owner.query<{ number: number }[]>(
    'SELECT max(number) AS number FROM item_version WHERE item_id = $1',
    [item!.id],
  );
  await inserted('version_approval', {
    ...{
      item_id: item!.id,
      owner_id: organizations.pkcert,
      level: 'ministry',
      ministry_id: organizations.moitt,
    },
    item_version_id: (
      await owner.query<{ id: string }[]>('SELECT id FROM item_version WHERE item_id = $1 AND number = $2', [
        ...[item!.id, version!.number],
      ])
    )[0]!.id,
    ...{ evidence_sha256: Buffer.alloc(32), recorded_at: at, recorded_by: people['pkcert-liaison'] },
  });
  // Written alone: whether anybody released it so is nobody else's to know.
  const drafted = await world
    .as('pkcert-analyst')
    .post('/api/v1/advisories')
    .send({ title: 'Released alone', summary: 'Of a test.', handling: LABELS });
  const { id: alone } = drafted.body as { id: string };
  const [of] = await owner.query<{ id: string }[]>('SELECT id FROM item_version WHERE item_id = $1', [alone]);
  await inserted('emergency_release', {
    ...{ item_id: alone, owner_id: organizations.pkcert, item_version_id: of!.id, reason: 'Of a test.' },
    ...{ released_at: at, released_by: people['pkcert-duty-officer'] },
    due_at: new Date(Date.parse(at) + 86_400_000),
  });
  await inserted('record_witness', {
    ...{
      organization_id: organizations.pkcert,
      verifier_key: 'witness.pkcert.example+00000000+BA'.padEnd(80, 'A'),
    },
    ...{ added_at: at, added_by: people['pkcert-administrator'] },
  });
  await inserted('standing_rule', {
    ...{ owner_id: organizations.pkcert, name: 'Routine of others', reason: 'Of a test.' },
    ...{ information_types: ['indicator'], tlp_up_to: 'GREEN', partners: [organizations.cncert], per_day: 5 },
    ...{ proposed_at: at, proposed_by: people['pkcert-releaser'] },
    expires_at: new Date(Date.parse(at) + 86_400_000),
  });
}
