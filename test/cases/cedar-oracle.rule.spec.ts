import fc from 'fast-check';
import { decide } from '../../src/disclosure/rules/decide';
import { cedarSays } from './cedar-oracle';
import { countryOfHandle, grantFacts, itemFacts, parentOfHandle } from './given-facts';
import { randomHow } from './random-how';
import { INSTANTS, type Places, randomWorld } from './random-world';
import { readCases } from './read-cases';

const RUNS = Number(process.env.FC_RUNS ?? 20);
const places: Places[] = [
  { originator: 'pkcert', partners: ['cncert', 'corvia', 'itu'], authority: 'moitt', constituents: {} },
  {
    ...{ originator: 'cncert', partners: ['pkcert', 'corvia'], authority: 'moitt' },
    constituents: { pkcert: ['banking', 'energy'] },
  },
];
const readers = ['pkcert', 'cncert', 'corvia', 'dunmere', 'itu', 'banking', 'energy', 'public'];

/** Another engine, with the rules written a second time in its language, gives the same verdict. */
describe('Cedar and decide() give one verdict', () => {
  it('of random worlds, whoever reads and whenever', () => {
    let released = 0;
    fc.assert(
      fc.property(
        randomWorld(places),
        fc.uniqueArray(fc.constantFrom(...INSTANTS), { minLength: 2, maxLength: 3 }),
        randomHow,
        (world, instants, how) => {
          const grants = grantFacts(world);
          for (const given of world.items)
            for (const number of given.versions.keys())
              for (const at of instants)
                for (const reader of readers) {
                  const item = itemFacts(given, number + 1, world.overlays);
                  const asked = {
                    ...{ reader, parent: parentOfHandle(reader), at, subject: 'content' as const },
                    ...{ received: false, item, grants, ...how },
                  };
                  const decision = decide(asked);
                  expect([reader, at, cedarSays(asked)]).toEqual([reader, at, decision.released]);
                  if (decision.basis?.basis === 'grant') released += 1;
                }
        },
      ),
      { numRuns: RUNS, seed: 20261128 },
    );
    expect(released).toBeGreaterThan(RUNS / 4);
  }, 120_000);

  it('of the written cases', () => {
    for (const { title, world, questions } of readCases())
      for (const { version, expected: _, ...question } of questions) {
        const { subject, reader, at } = question;
        if (subject !== 'content') continue;
        const item = itemFacts(world.items[0]!, version, world.overlays, at);
        const grants = grantFacts(world, countryOfHandle, at);
        const asked = { ...question, parent: parentOfHandle(reader), item, grants };
        expect([title, reader, cedarSays(asked)]).toEqual([title, reader, decide(asked).released]);
      }
  });
});
