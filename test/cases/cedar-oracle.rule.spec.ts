import fc from 'fast-check';
import { type Basis, decide } from '../../src/disclosure/rules/decide';
import { cedarSays } from './cedar-oracle';
import { countryOfHandle, grantFacts, itemFacts, parentOfHandle } from './given-facts';
import { randomHow } from './random-how';
import { INSTANTS, type Places, randomWorld } from './random-world';
import { readCases } from './read-cases';

const RUNS = Number(process.env.FC_RUNS ?? 20);
const officer = (person: string) => ({ person, of: person.split('-')[0]! });
const officers = ['cncert-one', 'cncert-two', 'corvia-one'].map(officer);
const places: Places[] = [
  {
    ...{ originator: 'pkcert', partners: ['cncert', 'corvia', 'itu'], authority: 'moitt' },
    ...{ constituents: {}, officers },
  },
  {
    ...{ originator: 'cncert', partners: ['pkcert', 'corvia'], authority: 'moitt' },
    constituents: { pkcert: ['banking', 'energy'] },
    officers: ['pkcert-one', 'corvia-one', 'banking-one'].map(officer),
  },
];
const readers = [
  ...['pkcert', 'cncert', 'corvia', 'dunmere', 'itu', 'banking', 'energy', 'public'].map((of) => ({
    person: null,
    of,
  })),
  ...officers,
  ...['pkcert-one', 'banking-one'].map(officer),
];

/** What an instrument below an agreement withholds, and nothing else does. */
const withheldBelow = ({ verdicts }: Basis): boolean =>
  verdicts
    .flatMap(({ rule, verdict }) => (verdict === 'forbids' ? [rule] : []))
    .every((rule, _, all) => rule === 'D-23' && all.length === 1) &&
  verdicts.some(({ rule, verdict }) => rule === 'D-23' && verdict === 'forbids');

/** Another engine, with the rules written a second time in its language, gives the same verdict. */
describe('Cedar and decide() give one verdict', () => {
  it('of random worlds, whoever reads and whenever', () => {
    let [released, red, narrowed] = [0, 0, 0];
    const agree = fc.property(
      randomWorld(places),
      fc.uniqueArray(fc.constantFrom(...INSTANTS), { minLength: 2, maxLength: 3 }),
      randomHow,
      (world, instants, how) => {
        const grants = grantFacts(world);
        for (const given of world.items)
          for (const number of given.versions.keys())
            for (const at of instants)
              for (const { person, of: reader } of readers) {
                const item = itemFacts(given, number + 1, world);
                const asked = {
                  reader,
                  parent: parentOfHandle(reader),
                  person,
                  at,
                  subject: 'content',
                  received: false,
                  item,
                  grants,
                  ...how,
                } as const;
                const decision = decide(asked);
                expect([reader, person, at, cedarSays(asked)]).toEqual([
                  reader,
                  person,
                  at,
                  decision.released,
                ]);
                // What stands below never lets go what the agreement alone would not.
                if (decision.released) {
                  const alone = decide({
                    ...asked,
                    grants: grants.map((one) => ({ ...one, narrowedBy: [] })),
                  });
                  expect([reader, person, at, alone.released]).toEqual([reader, person, at, true]);
                }
                if (decision.basis?.basis === 'grant' && item.tlp === 'RED') red += 1;
                if (decision.basis?.basis === 'grant') released += 1;
                if (decision.bases.some(withheldBelow)) narrowed += 1;
              }
      },
    );
    for (let rounds = 0; rounds < 5 && red * narrowed === 0; rounds += 1)
      fc.assert(agree, { numRuns: RUNS, seed: 20261125 + rounds });
    expect(released).toBeGreaterThan(RUNS / 4);
    expect(red).toBeGreaterThan(0);
    expect(narrowed).toBeGreaterThan(0);
  }, 300_000);

  it('of the written cases', () => {
    for (const { title, world, questions } of readCases())
      for (const { version, expected: _, ...question } of questions) {
        const { subject, reader, at } = question;
        if (subject !== 'content') continue;
        const item = itemFacts(world.items[0]!, version, world, at);
        const grants = grantFacts(world, countryOfHandle, at);
        const asked = { ...question, parent: parentOfHandle(reader), item, grants };
        expect([title, reader, cedarSays(asked)]).toEqual([title, reader, decide(asked).released]);
      }
  });
});
