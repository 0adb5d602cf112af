import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { standing } from '../../src/agreements/rules/standing';
import { createDataSource } from '../../src/platform/data-source';
import { freshDatabase } from '../database';
import { cncert, consents, drafted, fact, moitt, party, pkcert, T0, termsVersion, way } from './builder';
import { Ledger } from './ledger';

let owner: DataSource;
let ledger: Ledger;
beforeAll(async () => {
  owner = await createDataSource((await freshDatabase()).ownerUrl, { entities: [] }).initialize();
  ledger = await Ledger.open(owner);
});
afterAll(() => owner.destroy());

const instant = fc.integer({ min: -5, max: 60 }).map((shift) => T0 + shift);
const expiry = fc.option(instant, { freq: 1 });
const parties = [
  party(moitt, 'signatory', 'approving_authority'),
  party(cncert, 'signatory', 'operating_cert'),
  party(pkcert, 'operating_cert'),
];

describe('rules and views agree', () => {
  test('on when a corrigendum is in force, and what it mends is no more', async () => {
    const anyWord = fc
      .record({
        kind: fc.constantFrom(
          'corrected' as const,
          'correction_confirmed' as const,
          'entered_into_force' as const,
        ),
        effectiveAt: instant,
        recordedAt: instant,
        confirmedAt: fc.option(instant, { freq: 4 }),
      })
      .map(({ kind, confirmedAt, ...instants }) =>
        fact(kind, kind === 'correction_confirmed' ? cncert : pkcert, {
          ...{ ...instants, terms: 2, secondPerson: false },
          ...(kind === 'corrected' && { secondPerson: true, confirmedAt }),
        }),
      );
    const words = fc
      .array(anyWord, { minLength: 3, maxLength: 12, size: 'max' })
      .map((all) => [...new Map(all.map((one) => [one.kind, one])).values()]);
    let mended = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), expiry, async (said, needsCounterpart, expiresAt) => {
        const grants = [way(pkcert, cncert)];
        const terms = [
          termsVersion(1, parties, grants),
          {
            ...{ ...termsVersion(2, parties, grants, 1), expiresAt, proposedBy: 'pkcert' },
            corrigendum: { corrects: 1, needsCounterpart },
          },
        ];
        const before = [...consents(), fact('entered_into_force', cncert)];
        const agreement = drafted({ parties, terms, facts: [...before, ...said] });
        const stored = await ledger.tried(async (id) => {
          await ledger.add(id, agreement);
          return ledger.inForce(id);
        });
        const derived = standing(agreement, T0).versions.flatMap(({ number, from, until }) =>
          from === null ? [] : [{ number, from, until }],
        );
        mended += derived.filter(({ number }) => number === 2).length;
        expect(stored).toEqual(derived);
      }),
      { numRuns: 150 },
    );
    expect(mended).toBeGreaterThan(20);
  });
});
