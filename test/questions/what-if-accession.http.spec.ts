import { everyone, type PersonKey, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { WHAT_IF, WhatIfDesk } from './what-if-asking';

const grant = (from: string, to: string, change: object = {}) => ({
  ...{ from, to, clause: 'Art. 1', categories: 'any', sectors: 'any', reach_back: 'all' },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  ...change,
});
const JOINED = { step: 'enter', agreement: 'PK-CN', terms: 2 };

describe('what if a team joins an agreement', () => {
  let sharing: Sharing;
  let world: World;
  let desk: WhatIfDesk;
  const post = (person: PersonKey, path: string, body: object = {}) =>
    expected(201, world.as(person).post(`/api/v1/agreements/PK-CN/${path}`).send(body));
  const told = async (person?: PersonKey) =>
    (await new WhatIfDesk(world, person).items(JOINED, 1)).map(
      ({ team, change, title, after }) => `${team} ${change} ${title} ${after?.clause}`,
    );
  const lists = async (person: PersonKey) => {
    const { items } = (await expected(200, world.as(person).get('/api/v1/advisories?limit=200'))) as {
      items: { title: string }[];
    };
    return items.map(({ title }) => title).sort();
  };
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new WhatIfDesk(world);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
    await sharing.released('For partners');
    await sharing.released('For CNCERT', { audience: { include: ['cncert'] } });
    await sharing.released('Amber', { tlp: 'AMBER' });
    world.clock.advance(1000);
    await post('pkcert-liaison', 'terms', {
      grants: [
        grant('pkcert', 'cncert', { clause: 'Art. 2' }),
        grant('pkcert', 'corvia', { clause: 'Art. 3' }),
        grant('corvia', 'pkcert', { clause: 'Art. 4' }),
      ],
      joining: [{ organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
    });
  });
  afterAll(() => world.close());

  it('it is told before anybody has submitted or signed anything: how many, which, and as CSV', async () => {
    expect((await desk.counts(JOINED)).teams).toEqual([
      { team: 'cncert', gains: 0, loses: 0, changes_parts: 0, changes_basis: 2 },
      { team: 'corvia', gains: 1, loses: 0, changes_parts: 0, changes_basis: 0 },
    ]);
    expect(await told()).toEqual([
      'cncert changes_basis For partners Art. 2',
      'cncert changes_basis For CNCERT Art. 2',
      'corvia gains For partners Art. 3',
    ]);
    const csv = await desk.csv({ ...JOINED, team: 'corvia' });
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      expect.stringMatching(/^corvia,gains,.*PK-CN,2,Art\. 3$/),
    ]);
    expect(await lists('corvia-liaison')).toEqual(['For everybody']);
  });

  it('everybody else cannot tell it from an agreement that there is not', async () => {
    for (const asker of everyone) {
      const ask = async (agreement: string) => {
        const { status, text } = await asker
          .ask(world)
          .get(WHAT_IF)
          .query({ ...JOINED, agreement });
        return { status, text };
      };
      const [here, absent] = [await ask('PK-CN'), await ask('PK-ABSENT')];
      if (['pkcert', 'cncert'].includes(asker.organization)) continue;
      expect([asker.name, here]).toEqual([asker.name, absent]);
      expect(here.status).not.toBe(200);
    }
  });

  it('who joins may ask as soon as the terms are submitted, of its own items alone', async () => {
    await post('pkcert-liaison', 'terms/2/submission');
    const corvia = new WhatIfDesk(world, 'corvia-liaison');
    const none = { gains: 0, loses: 0, changes_parts: 0, changes_basis: 0 };
    expect((await corvia.counts(JOINED)).teams).toEqual([{ team: 'pkcert', ...none }]);
    expect(await told('corvia-liaison')).toEqual([]);
    const former = await corvia.ask({ ...JOINED, terms: 1 });
    expect([former.status, (former.body as { type: string }).type]).toEqual([404, '/problems/not-found']);
  });

  it('is what each list gains once it has joined', async () => {
    const said = await told();
    for (const team of ['pkcert', 'cncert', 'corvia'] as const)
      await post(`${team}-liaison`, 'terms/2/signatures');
    expect(await told()).toEqual(said);
    expect(await lists('corvia-liaison')).toEqual(['For everybody']);
    await post('pkcert-liaison', 'terms/2/entry-into-force');
    expect(await lists('corvia-liaison')).toEqual(['For everybody', 'For partners']);
    const end = await desk.items({ step: 'end', agreement: 'PK-CN', team: 'corvia' });
    expect(end.map(({ change, title }) => [change, title])).toEqual([['loses', 'For partners']]);
  });
});
