import fc from 'fast-check';
import { owedSums, serviceSums, type Timed } from '../../src/agreements/rules/service';
import { responseStateAt } from '../../src/disclosure/responding/rules/response-clock';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const [DUE, OVER] = [HOUR, 10 * HOUR];
const one = (change: Partial<Timed> = {}): Timed => ({
  ...{ ours: true, began: 0, due: DUE, done: null, over: OVER },
  ...change,
});
const outcome = (timed: Timed, at: number) => {
  const { met, late, running, stopped } = serviceSums([timed], at);
  return Object.entries({ met, late, running, stopped }).flatMap(([name, count]) => (count ? [name] : []));
};

describe('the time that somebody promised', () => {
  it('is kept until the second before it is over', () => {
    const instants = [DUE - SECOND, DUE, DUE + SECOND];
    expect(instants.flatMap((done) => outcome(one({ done }), OVER))).toEqual(['met', 'late', 'late']);
    expect(instants.flatMap((at) => outcome(one(), at))).toEqual(['running', 'late', 'late']);
    expect(instants.flatMap((over) => outcome(one({ over }), OVER))).toEqual(['stopped', 'stopped', 'late']);
  });

  it('is told as the request itself tells it, whatever happened when', () => {
    const instant = fc.integer({ min: 0, max: 5 });
    const LATE = {
      overdue: 'late',
      missed: 'late',
      met: 'met',
      late: 'late',
      running: 'running',
      stopped: 'stopped',
    };
    fc.assert(
      fc.property(instant, fc.option(instant), instant, instant, (due, done, over, at) => {
        const state = responseStateAt({ due, responded: done, over }, at);
        expect(outcome(one({ due, done, over }), at)).toEqual([LATE[state]]);
      }),
    );
  });

  it('counts each once, with the median and the longest of what was done', () => {
    const all = [
      one({ done: HOUR / 2 }),
      one({ done: 2 * HOUR }),
      one({ done: 4 * HOUR + HOUR / 25 }),
      one({ due: OVER }),
      one({ over: HOUR / 2 }),
    ];
    expect(serviceSums(all, 5 * HOUR)).toEqual({
      ...{ count: 5, met: 1, late: 2, running: 1, stopped: 1 },
      ...{ median_hours: 2, longest_hours: 4 },
    });
    // What is done later is not done yet.
    expect(serviceSums(all, HOUR)).toMatchObject({ met: 1, late: 2, median_hours: 0.5, longest_hours: 0.5 });
    expect(serviceSums([], 0)).toMatchObject({ count: 0, median_hours: null, longest_hours: null });
  });
});

describe('what is owed', () => {
  it('is what is neither done nor over, with the next that is due', () => {
    const all = [one(), one({ due: 3 * HOUR }), one({ due: 5 * HOUR }), one({ done: 1 }), one({ over: 1 })];
    expect(owedSums('respond', all, 2 * HOUR)).toEqual({
      ...{ kind: 'respond', open: 3, overdue: 1, paused: 0, nextDue: 3 * HOUR },
    });
    expect(owedSums('respond', all, 6 * HOUR)).toMatchObject({ open: 3, overdue: 3, nextDue: null });
  });
  it('is nothing where all is done', () => {
    expect(owedSums('respond', [one({ done: 1 })], HOUR)).toBeNull();
    expect(owedSums('respond', [], HOUR)).toBeNull();
  });
});
