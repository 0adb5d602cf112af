import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { expected, Sharing } from './sharing-world';

const type = (...types: string[]) => ({
  information_types: types.map((one) => ({ type: one, tlp_ceiling: 'GREEN' })),
  reach_back: 'all',
});
const BOTH = type('threat_report', 'vulnerability_published');
const titles = (told: string[]) => told.filter((line) => !line.startsWith('notice'));

describe('when terms come to allow another channel or purpose', () => {
  let sharing: Sharing;
  /** How many terms an agreement has had. */
  const numbers = new Map<string, number>();
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN-A', type('threat_report'));
    await sharing.inForce('cncert', 'PK-CN-B', BOTH);
    await sharing.inForce('corvia', 'PK-XC-A', BOTH);
    await sharing.inForce('dunmere', 'PK-XD-A', { ...BOTH, channels: ['voice'] });
  });
  beforeEach(() => faults.mockClear());
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterAll(() => sharing.world.close());

  const PARTNER = {
    'PK-CN-A': 'cncert',
    'PK-CN-B': 'cncert',
    'PK-XC-A': 'corvia',
    'PK-XD-A': 'dunmere',
  } as const;
  type Reference = keyof typeof PARTNER;
  const amend = async (reference: Reference, change: object) => {
    const number = (numbers.get(reference) ?? 1) + 1;
    numbers.set(reference, number);
    const types = reference === 'PK-CN-A' ? type('threat_report') : BOTH;
    await sharing.amend(PARTNER[reference], reference, number, { ...types, ...change });
  };

  it('a cursor gets what it went past meanwhile, once', async () => {
    await sharing.released('Before');
    const first = await sharing.pull('corvia');
    expect(titles(first.told)).toEqual(['added Before']);
    await amend('PK-XC-A', { channels: ['voice'] });
    await sharing.released('Meanwhile');
    const during = await sharing.pull('corvia', first.next);
    expect(during.told).toEqual([]);
    const beginner = await sharing.pull('corvia');
    expect(beginner.told).toEqual([]);
    await amend('PK-XC-A', { channels: ['voice', 'rest'] });
    const after = await sharing.pull('corvia', during.next);
    expect(after.told).toEqual(['added Meanwhile']);
    expect((await sharing.pull('corvia', after.next)).told).toEqual([]);
    expect((await sharing.pull('corvia', beginner.next)).told).toEqual(['added Before', 'added Meanwhile']);
  });

  it('notices and removals come by every channel, and content does not', async () => {
    const { world } = sharing;
    const { next } = await sharing.pull('corvia');
    const id = await sharing.released('To be taken back');
    const had = await sharing.pull('corvia', next);
    expect(had.told).toEqual(['added To be taken back']);
    await amend('PK-XC-A', { channels: ['mail'] });
    await sharing.released('By mail only');
    await sharing.withdraw(id);
    const stopped = await sharing.stop('corvia');
    await sharing.resume(stopped);
    const told = await sharing.pull('corvia', had.next);
    expect(told.told).toEqual(['withdrawn']);
    const suspended = await sharing.suspend('PK-XC-A');
    expect((await sharing.pull('corvia', told.next)).told).toEqual(['notice sharing-paused']);
    await sharing.resume(suspended);
    const page = await expected(200, world.withKey('corvia').get('/api/v1/advisories'));
    expect(JSON.stringify(page)).not.toContain('By mail only');
    await amend('PK-XC-A', {});
  });

  it('an item of two agreements is told once, by the one that lets it go', async () => {
    const { next } = await sharing.pull('dunmere');
    await sharing.released('Of two');
    const before = await sharing.pull('dunmere', next);
    expect(before.told).toEqual([]);
    await sharing.inForce('dunmere', 'PK-XD-B', BOTH);
    const after = await sharing.pull('dunmere', before.next);
    expect(after.told).toContain('added Of two');
    await amend('PK-XD-A', { channels: ['rest'] });
    expect((await sharing.pull('dunmere', after.next)).told).toEqual([]);
  });

  it('an item that the agreement of its channel lets go no more is hidden, until the other one lets it go so', async () => {
    const voice = { channels: ['voice'] };
    await amend('PK-CN-B', voice);
    const before = await sharing.pull('cncert');
    await sharing.released('Narrowed');
    const first = await sharing.pull('cncert', before.next);
    expect(first.told).toEqual(['added Narrowed']);
    await amend('PK-CN-A', { information_types: [{ type: 'statistics', tlp_ceiling: 'GREEN' }] });
    const narrowed = await sharing.pull('cncert', first.next);
    expect(titles(narrowed.told)).toEqual([]);
    const beginner = await sharing.pull('cncert');
    expect(titles(beginner.told)).not.toContain('added Narrowed');
    await amend('PK-CN-B', {});
    const later = await sharing.pull('cncert', beginner.next);
    expect(later.told.filter((line) => line.endsWith(' Narrowed'))).toHaveLength(1);
    await amend('PK-CN-A', {});
    expect((await sharing.pull('cncert', later.next)).told).toEqual([]);
  });

  const CURSORS = [undefined, 'research', 'statistics'] as const;
  const KINDS: readonly { channels?: string[]; obligations?: object }[] = [
    {},
    { channels: ['voice'] },
    { channels: ['rest'], obligations: { permitted_purposes: ['research'] } },
    { obligations: { permitted_purposes: ['statistics', 'law_enforcement'] } },
  ];
  interface Act {
    release?: string;
    pull?: number;
    limit?: number;
    amend?: Reference;
    to?: number;
    pause?: Reference;
    resume?: boolean;
  }
  const agreements = fc.constantFrom('PK-CN-A' as const, 'PK-CN-B' as const);
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ release: fc.constantFrom('threat_report', 'vulnerability_published') }),
    },
    { weight: 4, arbitrary: fc.record({ pull: fc.nat(2), limit: fc.constantFrom(1, 2, 1000) }) },
    { weight: 3, arbitrary: fc.record({ amend: agreements, to: fc.nat(KINDS.length - 1) }) },
    { weight: 1, arbitrary: fc.record({ pause: agreements }) },
    { weight: 1, arbitrary: fc.record({ resume: fc.constant(true) }) },
  );
  const release = { release: 'threat_report' };
  const pull = (cursor: number, limit = 1000): Act => ({ pull: cursor, limit });
  /** What comes in where neither lets it go, then by the second, then by the first as well. */
  const oneAfterTheOther: Act[] = [
    ...[
      { amend: 'PK-CN-A', to: 1 } as const,
      { amend: 'PK-CN-B', to: 1 } as const,
      release,
      release,
      pull(0, 1),
    ],
    ...[pull(1), { amend: 'PK-CN-B', to: 2 } as const, pull(1, 1), pull(2), release, pull(0), pull(1, 1)],
    ...[
      { amend: 'PK-CN-A', to: 3 } as const,
      pull(2, 1),
      pull(1),
      release,
      pull(0),
      { pause: 'PK-CN-B' } as const,
    ],
    ...[pull(0), release, pull(2), { resume: true }],
  ];

  it('every cursor, of whichever purpose, is told of each item exactly once in the end', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
        const start = async (purpose: (typeof CURSORS)[number]) => {
          let here = await sharing.pull('cncert', undefined, 1000, 1000, purpose);
          while (here.more) here = await sharing.pull('cncert', here.next, 1000, 1000, purpose);
          return here.next;
        };
        const cursors = [await start(CURSORS[0]), await start(CURSORS[1]), await start(CURSORS[2])];
        const heard: string[][] = [[], [], []];
        const released: string[] = [];
        const pauses = new Map<Reference, string>();
        const going = async (cursor: number, limit: number) => {
          const page = await sharing.pull('cncert', cursors[cursor], 1000, limit, CURSORS[cursor]);
          cursors[cursor] = page.next;
          heard[cursor]!.push(...titles(page.told));
          return page;
        };
        for (const one of acts) {
          if (one.release !== undefined) {
            released.push(`Item ${++count}`);
            await sharing.released(`Item ${count}`, { information_type: one.release });
          } else if (one.pull !== undefined) await going(one.pull, one.limit!);
          else if (one.amend !== undefined) await amend(one.amend, KINDS[one.to!]!);
          else if (one.pause !== undefined && !pauses.has(one.pause))
            pauses.set(one.pause, await sharing.suspend(one.pause));
          else if (one.resume) {
            for (const id of pauses.values()) await sharing.resume(id);
            pauses.clear();
          }
        }
        for (const id of pauses.values()) await sharing.resume(id);
        for (const reference of ['PK-CN-A', 'PK-CN-B'] as const) await amend(reference, {});
        for (const cursor of [0, 1, 2]) while ((await going(cursor, 3)).more);
        for (const told of heard)
          expect(told.map((line) => line.replace(/^(added|updated) /, '')).toSorted()).toEqual(
            released.toSorted(),
          );
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 24) / 4, examples: [[oneAfterTheOther]] },
    );
  }, 300_000);
});
