import type { ChangedItem } from '../../src/agreements';
import { History, TEAMS } from './what-if-history';
import { WhatIfDesk } from './what-if-asking';

const STEPS = 5;
const TOLD: Record<string, number> = { gains: 0, loses: 0, changes_basis: 0 };

const titles = (items: readonly ChangedItem[], team: string, change: string): string[] =>
  items
    .filter((one) => one.team === team && one.change === change)
    .map(({ title }) => title)
    .sort();

describe('what is told of a step before it is taken', () => {
  it.each([1, 2, 3, 4])(
    'is what each team’s list gains and loses by it, and on which basis: seed %i',
    async (seed) => {
      const history = await History.start(seed);
      const desk = new WhatIfDesk(history.world);
      try {
        for (let step = 0; step < STEPS; step += 1) {
          const { query, take } = await history.step();
          const before = { lists: await history.lists(), bases: await history.bases() };
          const [items, { teams: counts }] = [await desk.items(query, 5), await desk.counts(query)];
          expect(await history.lists()).toEqual(before.lists);
          await take();
          const after = { lists: await history.lists(), bases: await history.bases() };
          for (const team of TEAMS) {
            const [had, has] = [before.lists[team], after.lists[team]];
            const [gains, loses] = [titles(items, team, 'gains'), titles(items, team, 'loses')];
            expect([query, team, gains]).toEqual([query, team, has.filter((one) => !had.includes(one))]);
            expect([query, team, loses]).toEqual([query, team, had.filter((one) => !has.includes(one))]);
            const told = counts.find((one) => one.team === team);
            const changes_basis = titles(items, team, 'changes_basis').length;
            const changes_parts = titles(items, team, 'changes_parts').length;
            const counted = { team, gains: gains.length, loses: loses.length, changes_parts, changes_basis };
            expect(told ?? { ...counted, gains: 0, loses: 0, changes_parts: 0, changes_basis: 0 }).toEqual(
              counted,
            );
          }
          expect(toldBases(items)).toEqual(changedBases(before.bases, after.bases));
          for (const { change } of items) TOLD[change]! += 1;
          await history.resume();
        }
      } finally {
        await history.world.close();
      }
    },
    240_000,
  );

  it('was of every kind, many times', () => {
    expect(Math.min(...Object.values(TOLD))).toBeGreaterThan(5);
  });
});

type Bases = Map<string, ChangedItem['before']>;

const toldBases = (items: readonly ChangedItem[]) =>
  Object.fromEntries(items.map(({ team, item, before, after }) => [`${team} ${item}`, { before, after }]));

function changedBases(before: Bases, after: Bases) {
  const changed = [...before].flatMap(([name, was]) => {
    const is = after.get(name) ?? null;
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [[name, { before: was, after: is }] as const];
  });
  return Object.fromEntries(changed);
}
