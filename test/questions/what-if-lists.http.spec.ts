import { holding, untilWaiting } from '../cast/held-lock';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from './what-if-asking';

const FORMULA = '=HYPERLINK("https://evil.example","open me")';
const COUNT = 7;

describe('the list of what a step would change', () => {
  let sharing: Sharing;
  let world: World;
  let desk: WhatIfDesk;
  const ends = { step: 'end', agreement: 'PK-CN' };
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new WhatIfDesk(world);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    for (let count = 1; count < COUNT; count += 1) await sharing.released(`Item ${count}`);
    await sharing.released(FORMULA);
    world.clock.advance(1000);
  });
  afterAll(() => world.close());

  it('pages in the order of teams and items: each once, whatever the size of a page', async () => {
    const whole = await desk.items(ends);
    expect(whole).toHaveLength(COUNT);
    const ids = whole.map(({ item }) => item);
    expect(ids).toEqual(ids.toSorted());
    for (const limit of [1, 2, 3, COUNT]) expect(await desk.items(ends, limit)).toEqual(whole);
    expect((await desk.page({ ...ends, limit: COUNT })).next).toBeNull();
  });

  it('goes on where it was when something is released between two pages', async () => {
    const first = await desk.page({ ...ends, limit: 3 });
    await sharing.released('In between');
    world.clock.advance(1000);
    const second = await desk.page({ ...ends, limit: 200, cursor: first.next });
    const titles = [...first.items, ...second.items].map(({ title }) => title);
    expect([titles.length, new Set(titles).size]).toEqual([COUNT + 1, COUNT + 1]);
  });

  it('refuses a cursor of another step, filter, instant or caller, and one that was changed', async () => {
    const { next } = await desk.page({ ...ends, limit: 1 });
    const refused = async (by: WhatIfDesk, query: object, cursor: string | null) => {
      const { status, body } = await by.ask({ ...query, limit: 1, cursor }, '/items');
      expect([query, status, (body as { type: string }).type]).toEqual([
        query,
        400,
        '/problems/cursor/invalid',
      ]);
    };
    const later = new Date(world.clock.now().getTime() + 1000).toISOString();
    for (const query of [
      { ...ends, agreement: 'PK-XC' },
      { step: 'suspend', agreement: 'PK-CN' },
      { step: 'stop', to: 'cncert' },
      { ...ends, at: later },
      { ...ends, team: 'cncert' },
      { ...ends, change: 'loses' },
    ])
      await refused(desk, query, next);
    await refused(new WhatIfDesk(world, 'cncert-liaison'), ends, next);
    const middle = next!.length >> 1;
    const other = next![middle] === 'A' ? 'B' : 'A';
    for (const cursor of [
      `${next}A`,
      next!.slice(1),
      next!.slice(0, middle) + other + next!.slice(middle + 1),
    ])
      await refused(desk, ends, cursor);
    expect((await desk.ask({ ...ends, limit: 1, cursor: next }, '/items')).status).toBe(200);
  });

  it('is whole in CSV, with what a spreadsheet would take for a formula escaped', async () => {
    const { headers, text } = await desk.ask(ends, '/csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="accord-what-if_end_PK-CN_\d{4}-\d\d-\d\d\.csv"$/,
    );
    const [head, ...rows] = text.trimEnd().split('\r\n');
    const basis = (when: string) =>
      ['basis', 'agreement', 'terms_version', 'clause'].map((name) => `${when}_${name}`).join(',');
    expect(head).toBe(
      `team,change,item,reference,type,version,tlp,title,${basis('before')},${basis('after')}`,
    );
    const items = await desk.items(ends);
    expect(rows).toHaveLength(items.length);
    for (const [n, { item, reference, tlp, title }] of items.entries()) {
      const cell = title === FORMULA ? `"'${FORMULA.replaceAll('"', '""')}"` : title;
      expect(rows[n]).toBe(
        `cncert,loses,${item},${reference},advisory,1,${tlp},${cell},grant,PK-CN,1,Art. 1,,,,`,
      );
    }
    expect((await desk.csv({ ...ends, change: 'gains' })).trimEnd()).toBe(head);
  });

  it('is asked by both parties while steps are taken, and neither waits for the other', async () => {
    const partner = new WhatIfDesk(world, 'cncert-liaison');
    const asked: Promise<unknown>[] = [];
    await holding(world, 'intervals', async () => {
      asked.push(sharing.suspend('PK-XC'), sharing.stop('cncert'));
      await untilWaiting(world, 2);
      for (const one of [desk, partner, new WhatIfDesk(world, 'corvia-liaison')])
        await one.counts({ ...ends, agreement: one === desk || one === partner ? 'PK-CN' : 'PK-XC' });
    });
    await Promise.all(asked);
    expect((await desk.counts(ends)).teams).toMatchObject([{ loses: 0 }]);
  });
});
