import { everyone } from '../cast';
import { type Annex, heldToAnnex, idAtCncert, itemsOf } from './children-world';
import { expected, type Sharing } from './sharing-world';

const TITLE = 'On banks';
const OTHER = 'On power plants';

let sharing: Sharing;
let annex: Annex;
heldToAnnex((begun) => ({ sharing, annex } = begun));

const listed = async (): Promise<string[]> => {
  const page = (await expected(200, sharing.world.withKey('cncert').get('/api/v1/advisories'))) as {
    items: { title: string }[];
  };
  return page.items.map(({ title }) => title).sort();
};

describe('an annex that enters into force', () => {
  it('takes away what it does not admit, and its end brings it back; each is told once', async () => {
    await sharing.released(TITLE);
    await sharing.released(OTHER, { sectors: ['energy'] });
    await sharing.released('On passwords', { information_type: 'best_practice' });
    const first = await sharing.pull('cncert');
    expect(itemsOf(first.told)).toEqual([`added ${TITLE}`, `added ${OTHER}`, 'added On passwords']);
    await annex.signed();
    expect(itemsOf((await sharing.pull('cncert', first.next)).told)).toEqual([]);
    await annex.enter();
    const taken = await sharing.pull('cncert', first.next);
    expect(itemsOf(taken.told)).toEqual(['no_longer_shared']);
    expect(await listed()).toEqual(['On passwords', OTHER]);
    expect(itemsOf((await sharing.pull('cncert')).told).filter((line) => line.includes(TITLE))).toEqual([]);

    await annex.end();
    const back = await sharing.pull('cncert', taken.next);
    expect(itemsOf(back.told)).toEqual([`added ${TITLE}`]);
    expect(itemsOf((await sharing.pull('cncert', back.next)).told)).toEqual([]);
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
    expect([itemsOf(before.told), await listed()]).toEqual([[], [TITLE]]);
    sharing.world.clock.set(new Date(at).toISOString());
    expect(await listed()).toEqual([]);
    expect(itemsOf((await sharing.pull('cncert', before.next, 0)).told)).toEqual(['no_longer_shared']);
  });

  it('withholds what is released afterwards, in feed, list and document, as what there is not', async () => {
    const id = await sharing.released(OTHER, { sectors: ['energy'] });
    await (await annex.signed()).enter();
    await sharing.released(TITLE);
    expect(itemsOf((await sharing.pull('cncert')).told)).toEqual([`added ${OTHER}`]);
    expect(await listed()).toEqual([OTHER]);
    const known = await idAtCncert(sharing, OTHER);
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
    expect(itemsOf(empty.told)).toEqual([]);
    await annex.amend(2, { sectors: ['energy', 'banking'] });
    const gained = await sharing.pull('cncert', empty.next);
    expect(itemsOf(gained.told)).toEqual([`added ${TITLE}`]);
    await annex.amend(3, { sectors: ['energy'] });
    expect(itemsOf((await sharing.pull('cncert', gained.next)).told)).toEqual(['no_longer_shared']);
  });

  it('suspended, withholds what it speaks of, and nothing else', async () => {
    await sharing.released(OTHER, { sectors: ['energy'] });
    await sharing.released('On passwords', { information_type: 'best_practice' });
    await (await annex.signed()).enter();
    const first = await sharing.pull('cncert');
    expect(itemsOf(first.told)).toHaveLength(2);
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
    expect(itemsOf(first.told)).toEqual([]);
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
    expect(itemsOf((await sharing.pull('cncert', first.next)).told)).toEqual([`added ${TITLE}`]);
  });
});
