import { PARTS, PartsWorld, WIDE } from '../disclosure/parts-world';
import { expected } from '../disclosure/sharing-world';
import type { World } from '../cast';
import { WhatIfDesk } from './what-if-asking';

const grant = (change: object) => ({
  ...{ from: 'pkcert', to: 'cncert', clause: 'Art. 1', categories: 'any', sectors: 'any', reach_back: 'all' },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  ...change,
});

describe('what if terms change what a team gets of parts', () => {
  let parts: PartsWorld;
  let world: World;
  let desk: WhatIfDesk;
  const told = async (query: object) =>
    (await desk.items(query)).map(({ change, title }) => `${change} ${title}`).sort();
  const read = async () => ({ ...(await parts.told('cncert', 'With parts')) });
  const propose = (change: object) =>
    expected(
      201,
      world
        .as('pkcert-liaison')
        .post('/api/v1/agreements/PK-CN/terms')
        .send({ grants: [grant(change)] }),
    );
  beforeAll(async () => {
    parts = await PartsWorld.start();
    world = parts.world;
    desk = new WhatIfDesk(world);
    await parts.sharing.inForce('cncert', 'PK-CN');
    await parts.released('With parts');
    await parts.released('Plain', []);
    await parts.released('With one that is kept', PARTS.slice(0, 1));
    await parts.released('For everybody', PARTS, { tlp: 'CLEAR' }, true);
  });
  afterAll(() => world.close());

  it('an amendment that lets more of them go: marked and counted, whatever clause they are then under', async () => {
    const before = await read();
    await propose(WIDE);
    const query = { step: 'enter', agreement: 'PK-CN', terms: 2 };
    expect(await told(query)).toEqual([
      'changes_basis Plain',
      'changes_basis With one that is kept',
      'changes_parts With parts',
    ]);
    expect((await desk.counts(query)).teams).toEqual([
      { team: 'cncert', gains: 0, loses: 0, changes_parts: 1, changes_basis: 2 },
    ]);
    expect(await told({ ...query, change: 'changes_parts' })).toEqual(['changes_parts With parts']);
    expect(await desk.csv({ ...query, change: 'changes_parts' })).toContain('cncert,changes_parts,');
    expect(await read()).toEqual(before);
  });

  it('is what it then gets: more of them under wider terms, and less under narrower ones', async () => {
    const narrow = await read();
    const path = '/api/v1/agreements/PK-CN/terms/2';
    const pk = world.as('pkcert-liaison');
    for (const step of ['submission', 'signatures']) await expected(201, pk.post(`${path}/${step}`).send({}));
    await expected(201, world.as('cncert-liaison').post(`${path}/signatures`).send({}));
    await expected(201, pk.post(`${path}/entry-into-force`).send({}));
    const wide = await read();
    expect(Object.keys(wide).length).toBeGreaterThan(Object.keys(narrow).length);
    world.clock.advance(1000);
    await propose({});
    expect(await told({ step: 'enter', agreement: 'PK-CN', terms: 3, change: 'changes_parts' })).toEqual([
      'changes_parts With parts',
    ]);
  });

  it('the end of an agreement, which leaves another that lets less of them go; a pause changes none', async () => {
    const query = { agreement: 'PK-CN' };
    world.clock.advance(1000);
    // The strictest of two that are in force counts, so that to begin takes parts away.
    await parts.sharing.unsigned('cncert', 'PK-CN-TWO', { reach_back: 'all' });
    const enter = { step: 'enter', agreement: 'PK-CN-TWO', terms: 1 };
    expect(await told(enter)).toEqual(['changes_parts With parts']);
    const path = '/api/v1/agreements/PK-CN-TWO/terms/1';
    await expected(201, world.as('cncert-liaison').post(`${path}/signatures`).send({}));
    await expected(201, world.as('pkcert-liaison').post(`${path}/entry-into-force`).send({}));
    expect(await told({ ...query, step: 'suspend' })).toEqual([
      'changes_basis Plain',
      'changes_basis With one that is kept',
      'changes_basis With parts',
    ]);
    expect(await told({ step: 'end', agreement: 'PK-CN-TWO' })).toEqual(['changes_parts With parts']);
    const before = await read();
    await parts.sharing.end('PK-CN-TWO');
    expect(await read()).not.toEqual(before);
  });
});
