import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { Fact, Pause } from '../../src/agreements/rules/agreement';
import { pauseInterval } from '../../src/agreements/rules/paused';
import { standing } from '../../src/agreements/rules/standing';
import { createDataSource } from '../../src/platform/data-source';
import { freshDatabase } from '../database';
import { cncert, drafted, fact, moitt, party, pause, pkcert, T0, termsVersion, way } from './builder';
import { Ledger } from './ledger';

let owner: DataSource;
let ledger: Ledger;
beforeAll(async () => {
  owner = await createDataSource((await freshDatabase()).ownerUrl, { entities: [] }).initialize();
  ledger = await Ledger.open(owner);
});
afterAll(() => owner.destroy());

const instant = fc.integer({ min: -5, max: 60 }).map((shift) => T0 + shift);
const kinds = ['submitted', 'approved', 'signed', 'entered_into_force', 'ended'] as const;
const parties = [
  party(moitt, 'signatory', 'approving_authority'),
  party(cncert, 'signatory', 'operating_cert'),
  party(pkcert, 'operating_cert'),
];

const anyFact: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom(...kinds, 'approved' as const, 'signed' as const, 'signed' as const),
    one: fc.constantFrom(moitt, cncert),
    terms: fc.constantFrom(1, 1, 2),
    effectiveAt: instant,
    recordedAt: instant,
    behalf: fc.boolean(),
    confirmedAt: fc.option(instant, { freq: 4 }),
  })
  .map(({ kind, one, terms, behalf, confirmedAt, ...instants }) => {
    const secondPerson = behalf && (kind === 'approved' || kind === 'signed');
    return fact(kind, one, {
      ...instants,
      terms: kind === 'ended' ? null : terms,
      secondPerson,
      confirmedAt: secondPerson ? confirmedAt : null,
    });
  });

/** One fact of what can be there only once; consents on behalf may be recorded any number of times. */
const keyOf = (one: Fact): string => {
  if (one.secondPerson) return one.id;
  return one.kind === 'ended'
    ? 'ended'
    : `${one.kind} ${one.terms} ${one.kind === 'entered_into_force' || one.party}`;
};
/** Facts that make entry into force likely, and others among them. */
const facts = fc
  .array(anyFact, { minLength: 6, maxLength: 30, size: 'max' })
  .map((all) => [...new Map(all.map((one) => [keyOf(one), one])).values()]);
const expiry = fc.option(instant, { freq: 1 });

describe('rules and views agree', () => {
  test.each([
    ['', parties],
    [', and who joins with the second', parties.filter(({ organization }) => organization !== cncert)],
  ])('on when terms are in force, whatever was recorded in whatever order%s', async (_, original) => {
    let inForce = 0;
    await fc.assert(
      fc.asyncProperty(facts, expiry, expiry, async (recorded, first, second) => {
        const grants = [way(pkcert, cncert)];
        const terms = [
          { ...termsVersion(1, original, original === parties ? grants : []), expiresAt: first },
          { ...termsVersion(2, parties, grants), expiresAt: second },
        ];
        const agreement = drafted({ parties: original, terms, facts: recorded });
        const stored = await ledger.tried(async (id) => {
          await ledger.add(id, agreement);
          return ledger.inForce(id);
        });
        const derived = standing(agreement, T0).versions.flatMap(({ number, from, until }) =>
          from === null ? [] : [{ number, from, until }],
        );
        inForce += derived.length;
        expect(stored).toEqual(derived);
      }),
      { numRuns: 150 },
    );
    expect(inForce).toBeGreaterThan(20);
  });

  test('on when a pause holds', async () => {
    const resumption = fc.option(
      fc.record({ requestedAt: instant, effectiveAt: instant, confirmedAt: fc.option(instant, { freq: 3 }) }),
      { freq: 3 },
    );
    const anyPause: fc.Arbitrary<Pause> = fc
      .record({
        startsAt: instant,
        recordedAt: instant,
        lasts: fc.option(fc.integer({ min: 1, max: 30 })),
        resumption,
      })
      .map(({ lasts, resumption: resumed, ...rest }) =>
        pause(cncert, {
          ...rest,
          endsAt: lasts === null ? null : rest.startsAt + lasts,
          resumption: resumed && { ...resumed, requestedBy: 'liaison' },
        }),
      );
    await fc.assert(
      fc.asyncProperty(anyPause, async (one) => {
        const stored = await ledger.tried(async (id) => {
          await ledger.add(id, drafted({ parties }));
          return ledger.paused(id, one);
        });
        expect(stored).toEqual(pauseInterval(one));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the schema', () => {
  const complete = [
    fact('submitted', moitt),
    fact('approved', moitt),
    fact('signed', moitt),
    fact('signed', cncert),
    fact('entered_into_force', cncert, { effectiveAt: T0 + 1000 }),
    fact('ended', cncert, { effectiveAt: T0 + 2000 }),
  ];

  test('opens grants from the first millisecond of the interval, and closes them from its end', async () => {
    const open = await ledger.tried(async (id) => {
      await ledger.add(id, drafted({ parties, facts: complete }));
      return Promise.all([999, 1000, 1999, 2000].map((shift) => ledger.openGrants(cncert, T0 + shift)));
    });
    expect(open).toEqual([0, 1, 1, 0]);
  });

  test('counts nothing that waits for its second person, and not from before she confirms', async () => {
    const onBehalf = { secondPerson: true, recordedByOrg: cncert.id };
    const waiting = fact('approved', moitt, onBehalf);
    const confirmed = { ...waiting, confirmedAt: T0 + 1500 };
    const others = complete.filter(({ kind }) => kind !== 'approved');
    for (const [one, expected] of [
      [waiting, []],
      [confirmed, [{ number: 1, from: T0 + 1500, until: T0 + 2000 }]],
    ] as const) {
      const stored = await ledger.tried(async (id) => {
        await ledger.add(id, drafted({ parties, facts: [...others, one] }));
        return ledger.inForce(id);
      });
      expect(stored).toEqual(expected);
    }
  });

  test('has a second person of the same organization confirm', async () => {
    const waiting = fact('signed', moitt, { secondPerson: true, recordedByOrg: cncert.id });
    for (const [name, org] of [
      ['first', cncert],
      ['second', moitt],
    ] as const)
      await expect(
        ledger.tried(async (id) => {
          const ids = await ledger.add(id, drafted({ parties, facts: [waiting] }));
          await ledger.confirm(ids.get(waiting.id) ?? '', ledger.account(org, name), T0);
        }),
      ).rejects.toThrow('second person');
  });

  test.each([
    'agreement',
    'agreement_party',
    'accession',
    'terms_version',
    'exchange_grant',
    'grant_information_type',
    'agreement_fact',
    'agreement_fact_confirmation',
    'exchange_pause',
    'exchange_resumption',
    'exchange_resumption_confirmation',
  ])('refuses its owner to change, delete or empty %s', async (table) => {
    await expect(owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    const triggers = await owner.query(
      `SELECT tgname FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname LIKE 'append_only%' AND tgenabled = 'O'`,
      [table],
    );
    expect(triggers).toHaveLength(2);
  });

  test('refuses its owner to touch a fact', async () => {
    for (const sql of [`UPDATE agreement_fact SET effective_at = now()`, 'DELETE FROM agreement_fact'])
      await expect(
        ledger.tried(async (id) => {
          await ledger.add(id, drafted({ parties, facts: complete }));
          await ledger.run(sql);
        }),
      ).rejects.toThrow('append-only');
  });
});
