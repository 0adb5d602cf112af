import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { Fact } from '../../src/agreements/rules/agreement';
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
  test('on every sequence of steps: what the rules let be recorded, the schema takes', async () => {
    let nothing = 0;
    await fc.assert(
      fc.asyncProperty(sequences, async (steps) => {
        const states = walk(steps);
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
