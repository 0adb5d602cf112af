import { Logger } from '@nestjs/common';
import { everyone } from '../cast';
import { Annex } from './children-world';
import { expected, Sharing } from './sharing-world';

const TITLE = 'On banks';
const OTHER = 'On power plants';

let sharing: Sharing;
let annex: Annex;
const faults = jest.spyOn(Logger.prototype, 'error');
beforeEach(async () => {
  sharing = await Sharing.start();
  faults.mockClear();
  await sharing.inForce('cncert', 'PK-CN-B', {
    information_types: [
      { type: 'threat_report', tlp_ceiling: 'GREEN' },
      { type: 'best_practice', tlp_ceiling: 'GREEN' },
    ],
    victim_identity: 'full',
    obligations: { retention_days: 90 },
  });
  annex = new Annex(sharing, 'PK-CN-B-A1', 'PK-CN-B');
});
// A row that a list offers and the gate refuses is a fault of ours, and is logged as one.
afterEach(async () => {
  await sharing.world.close();
  expect(faults).not.toHaveBeenCalled();
});

const items = (told: string[]) => told.filter((line) => !line.startsWith('notice'));
const listed = async (): Promise<string[]> => {
  const page = (await expected(200, sharing.world.withKey('cncert').get('/api/v1/advisories'))) as {
    items: { title: string }[];
  };
  return page.items.map(({ title }) => title).sort();
};

/** What CNCERT knows the item as, by the item that is in its list. */
const idOf = async (title: string): Promise<string> => {
  const page = (await expected(200, sharing.world.withKey('cncert').get('/api/v1/advisories'))) as {
    items: { id: string; title: string }[];
  };
  return page.items.find((one) => one.title === title)!.id;
};

describe('an annex that enters into force', () => {
  it('takes away what it does not admit, and its end brings it back; each is told once', async () => {
    await sharing.released(TITLE);
    await sharing.released(OTHER, { sectors: ['energy'] });
    await sharing.released('On passwords', { information_type: 'best_practice' });
    const first = await sharing.pull('cncert');
    expect(items(first.told)).toEqual([`added ${TITLE}`, `added ${OTHER}`, 'added On passwords']);
    await annex.signed();
    expect(items((await sharing.pull('cncert', first.next)).told)).toEqual([]);
    await annex.enter();
    const taken = await sharing.pull('cncert', first.next);
    expect(items(taken.told)).toEqual(['no_longer_shared']);
    expect(await listed()).toEqual(['On passwords', OTHER]);
    expect(items((await sharing.pull('cncert')).told).filter((line) => line.includes(TITLE))).toEqual([]);

    await annex.end();
    const back = await sharing.pull('cncert', taken.next);
    expect(items(back.told)).toEqual([`added ${TITLE}`]);
    expect(items((await sharing.pull('cncert', back.next)).told)).toEqual([]);
    expect(await listed()).toEqual(['On passwords', TITLE, OTHER].sort());
  });

  it('takes nothing a millisecond before, and what it takes at the instant', async () => {
    await sharing.released(TITLE);
    const first = await sharing.pull('cncert');
    await annex.signed();
    const at = Date.parse(sharing.world.clock.now().toISOString()) + 3_600_000;
    await annex.enter(1, new Date(at).toISOString());
    sharing.world.clock.set(new Date(at - 1).toISOString());
    const before = await sharing.pull('cncert', first.next, 0);
    expect([items(before.told), await listed()]).toEqual([[], [TITLE]]);
    sharing.world.clock.set(new Date(at).toISOString());
    expect(await listed()).toEqual([]);
    expect(items((await sharing.pull('cncert', before.next, 0)).told)).toEqual(['no_longer_shared']);
  });

  it('withholds what is released afterwards, in feed, list and document, as what there is not', async () => {
    const id = await sharing.released(OTHER, { sectors: ['energy'] });
    await (await annex.signed()).enter();
    await sharing.released(TITLE);
    expect(items((await sharing.pull('cncert')).told)).toEqual([`added ${OTHER}`]);
    expect(await listed()).toEqual([OTHER]);
    const known = await idOf(OTHER);
    await expected(200, sharing.world.withKey('cncert').get(`/api/v1/advisories/${known}`));
    await sharing.world
      .as('pkcert-analyst')
      .post(`/api/v1/advisories/${id}/versions`)
      .send({ base: 1, handling: { sectors: ['banking'] } });
    await expected(201, sharing.release(id, 2));
    for (const asker of everyone) {
      if (asker.organization === 'pkcert') continue;
      const [here, absent] = [
        await asker.ask(sharing.world).get(`/api/v1/advisories/${known}`),
        await asker.ask(sharing.world).get('/api/v1/advisories/01a22e79-1739-4443-838a-ac268e34f8fc'),
      ];
      expect([asker.name, here.status, here.text]).toEqual([asker.name, absent.status, absent.text]);
    }
  });

  it('is narrowed and widened by new terms of its own', async () => {
    await sharing.released(TITLE);
    await (await annex.signed()).enter();
    const empty = await sharing.pull('cncert');
    expect(items(empty.told)).toEqual([]);
    await annex.amend(2, { sectors: ['energy', 'banking'] });
    const gained = await sharing.pull('cncert', empty.next);
    expect(items(gained.told)).toEqual([`added ${TITLE}`]);
    await annex.amend(3, { sectors: ['energy'] });
    expect(items((await sharing.pull('cncert', gained.next)).told)).toEqual(['no_longer_shared']);
  });

  it('suspended, withholds what it speaks of, and nothing else', async () => {
    await sharing.released(OTHER, { sectors: ['energy'] });
    await sharing.released('On passwords', { information_type: 'best_practice' });
    await (await annex.signed()).enter();
    const first = await sharing.pull('cncert');
    expect(items(first.told)).toHaveLength(2);
    const pause = await annex.suspend();
    const taken = await sharing.pull('cncert', first.next);
    expect(taken.told).toEqual(['no_longer_shared']);
    expect(await listed()).toEqual(['On passwords']);
    await sharing.resume(pause);
    expect((await sharing.pull('cncert', taken.next)).told).toEqual([`added ${OTHER}`]);
  });

  it('is no basis: where the agreement has ended nothing is shared, whatever the annex says', async () => {
    await sharing.released(OTHER, { sectors: ['energy'] });
    await (await annex.signed()).enter();
    expect(await listed()).toEqual([OTHER]);
    await sharing.end('PK-CN-B');
    expect(await listed()).toEqual([]);
  });

  it('lets go on request what was asked for', async () => {
    await (await annex.signed({ sectors: 'any', need: 'on_request' })).enter();
    const id = await sharing.released(TITLE);
    const first = await sharing.pull('cncert');
    expect(items(first.told)).toEqual([]);
    const asked = (await expected(
      201,
      sharing.world
        .as('cncert-liaison')
        .post('/api/v1/information-requests')
        .send({ to: 'pkcert', subject: 'On banks', open_until: '2026-03-20T08:00:00Z' }),
    )) as { id: string };
    await expected(
      201,
      sharing.world
        .as('pkcert-releaser')
        .post(`/api/v1/information-requests/${asked.id}/answers`)
        .send({ item: id }),
    );
    expect(items((await sharing.pull('cncert', first.next)).told)).toEqual([`added ${TITLE}`]);
  });
});
