import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { Fact, Terms } from '../../src/agreements/rules/agreement';
import { standing } from '../../src/agreements/rules/standing';
import { createDataSource } from '../../src/platform/data-source';
import { freshDatabase } from '../database';
import { cncert, consents, drafted, fact, moitt, pkcert, T0, termsVersion } from './builder';
import { Ledger } from './ledger';
import { sequences, walk } from './walks';

let owner: DataSource;
let ledger: Ledger;
beforeAll(async () => {
  owner = await createDataSource((await freshDatabase()).ownerUrl, { entities: [] }).initialize();
  ledger = await Ledger.open(owner);
});
afterAll(() => owner.destroy());

const parties = drafted().parties.filter(({ organization }) =>
  [moitt, pkcert, cncert].includes(organization),
);

describe('rules and schema agree', () => {
  const conditions = fc.array(
    fc.constantFrom<Terms['entry']>(
      null,
      { rule: 'not_before', date: T0 + 60 },
      { rule: 'after_last_signature', days: 0 },
      { rule: 'after_last_notification', days: 0 },
    ),
    { minLength: 3, maxLength: 3 },
  );
  test('on every sequence of steps: what the rules let be recorded, the schema takes', async () => {
    let nothing = 0;
    await fc.assert(
      fc.asyncProperty(sequences, conditions, async (steps, entries) => {
        const states = walk(steps, entries);
        const last = states.at(-1)!.agreement;
        nothing += standing(last, Infinity).versions.filter(({ deadEnd }) => deadEnd !== null).length;
        const stored = await ledger.tried(async (id) => {
          await ledger.add(id, {
            ...last,
            parties,
            terms: last.terms.map((one) => ({ ...one, parties })),
            facts: [],
          });
          const ids = new Map<string, string>();
          let before: readonly Fact[] = [];
          for (const { agreement, at } of states) {
            const known = new Map(before.map((one) => [one.id, one]));
            const fresh = agreement.facts.filter((one) => !known.has(one.id));
            for (const [own, stored] of await ledger.addFacts(id, fresh)) ids.set(own, stored);
            for (const { id: own, confirmedAt, recordedByOrg } of agreement.facts)
              if (confirmedAt !== null && known.get(own)?.confirmedAt === null) {
                const by = [cncert, pkcert].find((one) => one.id === recordedByOrg) ?? moitt;
                await ledger.confirm(ids.get(own) ?? '', ledger.account(by, 'second'), at);
              }
            before = agreement.facts;
          }
          return ledger.inForce(id);
        });
        const derived = standing(last, T0).versions.flatMap(({ number, from, until }) =>
          from === null ? [] : [{ number, from, until }],
        );
        expect(stored).toEqual(derived);
      }),
      { numRuns: 25 },
    );
    expect(nothing).toBeGreaterThan(3);
  });
});

describe('the schema', () => {
  const entered = [...consents(), fact('entered_into_force', cncert)];
  const DAY = 86_400_000;
  const done = (kind: 'signed' | 'notified') => [
    fact(kind, moitt),
    fact(kind, cncert, { effectiveAt: T0 + 5 }),
  ];
  const signed = [fact('submitted', moitt), fact('approved', moitt), ...done('signed')];
  test.each<[Terms['entry'], Fact[], number | null]>([
    [{ rule: 'not_before', date: T0 + 7 }, signed, T0 + 7],
    [{ rule: 'after_last_signature', days: 30 }, signed, T0 + 5 + 30 * DAY],
    [{ rule: 'after_last_signature', days: 0 }, signed.slice(0, -1), null],
    [{ rule: 'after_last_notification', days: 2 }, [...signed, ...done('notified')], T0 + 5 + 2 * DAY],
    [{ rule: 'after_last_notification', days: 2 }, [...signed, ...done('notified').slice(0, 1)], null],
  ])('takes no entry into force before %j holds, to the millisecond', async (entry, facts, from) => {
    const terms = [{ ...termsVersion(1, parties, []), entry }];
    const write = (effectiveAt: number) =>
      ledger.tried((id) =>
        ledger.add(
          id,
          drafted({ parties, terms, facts: [...facts, fact('entered_into_force', cncert, { effectiveAt })] }),
        ),
      );
    await expect(write((from ?? T0 + 4000 * DAY) - 1)).rejects.toThrow('condition');
    if (from !== null) await expect(write(from)).resolves.toBeDefined();
  });

  const dead = fact('rejected', cncert);
  const waiting = fact('approved', moitt, { secondPerson: true, recordedByOrg: cncert.id });
  test.each([
    ['a signature', fact('signed', moitt)],
    ['an entry into force', fact('entered_into_force', cncert)],
    ['a withdrawal', fact('withdrawn', moitt)],
    ['a confirmation', waiting],
  ])('takes no %s of terms that were rejected', async (_, one) => {
    const write = ledger.tried(async (id) => {
      const ids = await ledger.add(
        id,
        drafted({ parties, facts: one === waiting ? [waiting, dead] : [dead, one] }),
      );
      await ledger.confirm(ids.get(waiting.id) ?? '', ledger.account(cncert, 'second'), T0);
    });
    await expect(write).rejects.toThrow('settled');
  });

  test('takes the rejection of other terms, and none of those that have entered into force', async () => {
    const write = (terms: number) =>
      ledger.tried(async (id) => {
        const both = [termsVersion(1, parties, []), termsVersion(2, parties, [])];
        await ledger.add(
          id,
          drafted({ parties, terms: both, facts: [...entered, fact('rejected', cncert, { terms })] }),
        );
        return ledger.inForce(id);
      });
    expect(await write(2)).toEqual([{ number: 1, from: T0, until: null }]);
    await expect(write(1)).rejects.toThrow('settled');
  });
});
