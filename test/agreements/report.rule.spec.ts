import fc from 'fast-check';
import { type FlowCell, medianOf, monthsOf, sumsOf } from '../../src/agreements/rules/report';
import { reportCsv } from '../../src/agreements/reports/report-csv';

const cell: fc.Arbitrary<FlowCell> = fc.record({
  direction: fc.constantFrom('shared', 'received'),
  month: fc.constantFrom('2026-01', '2026-02'),
  tlp: fc.constantFrom('CLEAR', 'GREEN', 'AMBER'),
  information_type: fc.constantFrom('indicator', 'threat_report'),
  categories: fc.subarray(['malicious-code', 'vulnerable'], { minLength: 1 }),
  versions: fc.integer({ min: 1, max: 1000 }),
  acknowledged: fc.integer({ min: 0, max: 1 }),
  waited_hours: fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 3 }),
});

describe('the sums of a report', () => {
  const total = (counts: readonly { versions: number }[]) =>
    counts.reduce((sum, { versions }) => sum + versions, 0);

  it('come to the same by month, label and type, and to at least that by category', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const sums = sumsOf(cells, 'shared', ['2026-01', '2026-02']);
        for (const counts of [sums.months, sums.labels, sums.types])
          expect(total(counts)).toBe(sums.versions);
        expect(total(sums.categories)).toBeGreaterThanOrEqual(sums.versions);
        const both = sums.versions + sumsOf(cells, 'received', []).versions;
        expect(both).toBe(total(cells));
      }),
    );
  });

  it('have each month of the period, with nothing where there was nothing', () => {
    expect(monthsOf('2025-12-31T00:00:00.000Z', '2026-02-01T00:00:00.001Z')).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsOf('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')).toEqual(['2026-01']);
    expect(sumsOf([], 'shared', ['2026-01']).months).toEqual([{ name: '2026-01', versions: 0 }]);
  });

  it('have the middle of what was waited, and none of nothing', () => {
    expect([medianOf([]), medianOf([3]), medianOf([9, 1]), medianOf([5, 1, 2])]).toEqual([null, 3, 5, 2]);
  });
});

test('a report as CSV has no cell that a spreadsheet takes for a formula', () => {
  const flow = {
    versions: 0,
    months: [],
    labels: [],
    types: [],
    categories: [],
    acknowledged: 0,
    median_hours: null,
  };
  const asked = { asked: 0, answered: null, refused: 1, closed: 0, median_hours: null, refusals: [] };
  const kept = {
    ...{ count: 0, met: 0, late: 0, running: 0, stopped: 0 },
    median_hours: null,
    longest_hours: null,
  };
  const sides = { ours: kept, theirs: kept };
  const csv = reportCsv({
    ...{ agreement: '=1+1', title: '', organization: 'pkcert', counterpart: 'cncert', counterpart_name: '' },
    ...{ from: '@x', until: '+1', at: '-1', shared: flow, received: flow, requests_sent: asked },
    ...{
      requests_received: { ...asked, refusals: [{ name: '=cmd', requests: 1 }] },
      activities: [],
      contacts: null,
      obligations: { ours: [], theirs: [] },
      service: { acknowledge: sides, respond: sides },
    },
  });
  for (const dangerous of [',=', ',@', ',+', ',-', '\n=']) expect(csv).not.toContain(dangerous);
});
