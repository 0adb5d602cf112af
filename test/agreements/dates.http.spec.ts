import { everyone, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { addContact } from '../organizations/contact-work';

const REFERENCE = 'PK-CN-DATES';
const DATES = `/api/v1/agreements/${REFERENCE}/dates`;
const DAY = 86_400_000;

let world: World;
let ends: string;
beforeAll(async () => {
  const sharing = await Sharing.start();
  ({ world } = sharing);
  ends = new Date(world.clock.now().getTime() + 400 * DAY).toISOString();
  await sharing.inForce(
    'cncert',
    REFERENCE,
    {},
    { expires_at: ends, meetings_days: 100, contact_verification_days: 60 },
  );
  await addContact(world);
});
afterAll(() => world.close());

it('are listed to the parties of an agreement', async () => {
  const { items } = (await expected(200, world.as('pkcert-analyst').get(DATES))) as {
    items: { kind: string; at: string; subject: string }[];
  };
  const kinds = items.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['entry_into_force', 'meeting', 'end']));
  expect(items.find(({ kind }) => kind === 'end')).toMatchObject({ at: ends, subject: REFERENCE });
});

it('are to nobody else a sign that there is such an agreement', async () => {
  for (const asker of everyone) {
    const caller = asker.ask(world);
    const party = ['pkcert', 'cncert'].includes(asker.organization);
    const [shown, absent] = [
      await caller.get(DATES),
      await caller.get(DATES.replace(REFERENCE, 'PK-NOWHERE')),
    ];
    expect([asker.name, shown.status === 200]).toEqual([asker.name, party && asker.person !== undefined]);
    if (shown.status !== 200) expect([asker.name, shown.status]).toEqual([asker.name, absent.status]);
  }
});
