import { holding } from '../cast/held-lock';
import { Instrument } from '../agreements/agreement-world';
import type { PersonKey, World } from '../cast';
import { expected, LABELS, Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from './what-if-asking';

const OPEN = { clause: 'Art. 4', categories: 'any', sectors: 'any', reach_back: 'all' };
const types = (tlp_ceiling: string) => ({ information_types: [{ type: 'threat_report', tlp_ceiling }] });
const ENTERS = { step: 'enter', agreement: 'PK-CN-MOU', terms: 1 };
const ENDS = { step: 'end', agreement: 'PK-CN-MOU' };

/** With a ministry that approves and signs, and a cabinet on whose behalf it does. */
describe('what if, of a memorandum under which both sides share', () => {
  let sharing: Sharing;
  let world: World;
  let mou: Instrument;
  const grants = (ours: string, theirs: string) => ({
    grants: [
      { from: 'pkcert', to: 'cncert', ...OPEN, ...types(ours) },
      { from: 'cncert', to: 'pkcert', ...OPEN, ...types(theirs) },
    ],
  });
  const told = async (person: PersonKey, query: object) => {
    const desk = new WhatIfDesk(world, person);
    const items = await desk.items(query);
    expect((await desk.counts(query)).teams.map(({ team }) => team)).toEqual([
      ...new Set(items.map(({ team }) => team)),
    ]);
    return items.map(({ team, change, title }) => `${team} ${change} ${title}`).sort();
  };

  /** An item of CNCERT/CC, whose people in this world have no such roles otherwise. */
  async function theirs(title: string): Promise<void> {
    const role = (person: PersonKey, name: string) =>
      world.owner.query('INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, $2, now())', [
        world.people[person],
        name,
      ]);
    await role('cncert-duty-officer', 'analyst');
    await role('cncert-administrator', 'releaser');
    const path = '/api/v1/advisories';
    const body = { title, summary: 'Of a test.', handling: LABELS };
    const draft = world.as('cncert-duty-officer').post(path).send(body);
    const { id } = (await expected(201, draft)) as { id: string };
    const release = world.as('cncert-administrator').post(`${path}/${id}/release`).send({ version: 1 });
    await expected(201, release);
  }

  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    mou = await new Instrument(world, 'PK-CN-MOU').draft({ terms: grants('GREEN', 'GREEN') });
    await sharing.released('Ours, GREEN');
    await sharing.released('Ours, AMBER', { tlp: 'AMBER' });
    await theirs('Theirs, GREEN');
    world.clock.advance(1000);
  });
  afterAll(() => world.close());

  it('is answered while everything is held that steps and releases hold, and waits for none of it', async () => {
    const { cncert, pkcert } = world.organizations;
    const [{ id } = { id: '' }] = await world.owner.query<{ id: string }[]>(
      "SELECT id FROM agreement WHERE reference = 'PK-CN-MOU'",
    );
    const locks = [cncert, pkcert].flatMap((team) => [`originator:${team}`, `serve:${team}`, `feed:${team}`]);
    const underAll = ([lock, ...rest]: string[]): Promise<void> =>
      lock
        ? holding(world, lock, () => underAll(rest))
        : told('pkcert-auditor', ENTERS).then((items) => expect(items).toEqual(['cncert gains Ours, GREEN']));
    await underAll([`agreement:${id}`, 'intervals', ...locks]);
  });

  it('tells each side of its own items alone, before anybody has approved or signed', async () => {
    expect(await told('pkcert-auditor', ENTERS)).toEqual(['cncert gains Ours, GREEN']);
    expect(await told('cncert-liaison', ENTERS)).toEqual(['pkcert gains Theirs, GREEN']);
    expect(await told('moitt-liaison', ENTERS)).toEqual([]);
  });

  it('tells the same when an approval waits for its second person, and when all but one have signed', async () => {
    await mou.done('pkcert-liaison', 'terms/1/submission');
    const approval = { party: 'moitt', on_behalf_of: 'Cabinet (invented)', evidence_sha256: 'ab'.repeat(32) };
    await mou.done('pkcert-liaison', 'terms/1/approvals', approval);
    expect(await told('pkcert-auditor', ENTERS)).toEqual(['cncert gains Ours, GREEN']);
    const { id } = await mou.fact('approved');
    await mou.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    await mou.done('moitt-liaison', 'terms/1/signatures');
    expect(await told('cncert-liaison', ENTERS)).toEqual(['pkcert gains Theirs, GREEN']);
    await mou.done('cncert-liaison', 'terms/1/signatures');
    expect(await told('pkcert-auditor', ENTERS)).toEqual(['cncert gains Ours, GREEN']);
  });

  it('tells each side what its partner loses by the end, and the ministry nothing', async () => {
    await mou.enter();
    world.clock.advance(1000);
    expect(await told('pkcert-auditor', ENDS)).toEqual(['cncert loses Ours, GREEN']);
    expect(await told('cncert-auditor', ENDS)).toEqual(['pkcert loses Theirs, GREEN']);
    expect(await told('moitt-liaison', ENDS)).toEqual([]);
  });

  it('tells of one direction what that direction changes, whoever asks', async () => {
    const direction = { step: 'suspend', agreement: 'PK-CN-MOU', from: 'cncert', to: 'pkcert' };
    const desk = new WhatIfDesk(world, 'pkcert-auditor');
    expect((await desk.counts(direction)).teams).toEqual([
      { team: 'cncert', gains: 0, loses: 0, changes_parts: 0, changes_basis: 0 },
    ]);
    expect(await told('cncert-auditor', direction)).toEqual(['pkcert loses Theirs, GREEN']);
    // A ministry suspends nothing, but may ask what it would do.
    expect(await told('moitt-liaison', direction)).toEqual([]);
  });

  it('is asked of terms that come into force later as they would be then', async () => {
    await mou.done('pkcert-liaison', 'terms', grants('AMBER', 'CLEAR'));
    const at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const query = { ...ENTERS, terms: 2, at };
    const ours = ['cncert changes_basis Ours, GREEN', 'cncert gains Ours, AMBER'];
    expect(await told('pkcert-auditor', query)).toEqual(ours);
    expect(await told('cncert-auditor', query)).toEqual(['pkcert loses Theirs, GREEN']);
    await mou.sign(2);
    await mou.enter(2, { effective_at: at });
    const entered = await new WhatIfDesk(world).ask(query);
    expect([entered.status, (entered.body as { type: string }).type]).toEqual([
      409,
      '/problems/terms/entered-already',
    ]);
  });
});
