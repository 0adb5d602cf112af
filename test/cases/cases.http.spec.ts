import { Logger } from '@nestjs/common';
import { startWorld, type World } from '../cast';
import { asFarAsExpected } from './answer';
import type { CaseQuestion } from './case-types';
import { withOverlaysAt } from './given-overlays';
import { worldAt } from './placed-world';
import { readCases } from './read-cases';
import { type Bare, Ways } from './ways';

const cases = readCases();
const taken = cases.filter(({ refusedAtEntry }) => refusedAtEntry === null);
const refused = cases.filter(({ refusedAtEntry }) => refusedAtEntry !== null);
const questions = taken.flatMap((one) => one.questions);
const ofContent = questions.filter(({ subject }) => subject === 'content');
/** Over HTTP everything is asked by the one channel that it is. */
const isOverHttp = ({ subject, channel }: CaseQuestion) => subject === 'content' && channel === 'rest';

/** Over HTTP time goes on. */
const inOrder = (all: CaseQuestion[]) => all.toSorted((one, other) => one.at - other.at);
const bare = ({ verdict, basis, under }: CaseQuestion['expected']): Bare => ({ verdict, basis, under });
const isShared = ({ expected: { verdict, basis } }: CaseQuestion) =>
  verdict === 'released' && basis !== 'own';
/** What becomes of parts, without the rule that says so. */
const actions = ({ expected: { parts } }: CaseQuestion): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).map(([part, said]) => [part, said.split(' ')[1]!]));
const named = <Of extends { title: string }>(all: Of[]) => all.map((one) => [one.title, one] as const);

describe('the database and the web API answer as the cases say:', () => {
  let world: World;
  let ways: Ways;
  const asked = { facts: 0, visible: 0, http: 0, refused: 0 };
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    ways = new Ways(world);
  });
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterAll(() => world.close());

  it.each(named(taken))('%s', async (_, one) => {
    for (const question of one.questions) {
      const { expected, subject } = question;
      // Of the law that has come to count until then.
      await ways.write(withOverlaysAt(one.world, question.at));
      asked.facts += 1;
      expect(asFarAsExpected(await ways.decided(question), expected)).toEqual(expected);
      if (subject !== 'content') continue;
      asked.visible += 1;
      expect(await ways.visible(question)).toEqual(bare(expected));
      if (isShared(question)) expect(await ways.shape(question)).toEqual(actions(question));
    }
    for (const question of inOrder(one.questions.filter(isOverHttp))) {
      await ways.write(worldAt(one.world, question.at));
      asked.http += 1;
      const said = await ways.overHttp(question);
      expect(said).toEqual(
        Object.fromEntries(Object.keys(said).map((way) => [way, question.expected.verdict])),
      );
      const { parts = [] } = one.world.items[0]!.versions[question.version - 1]!;
      if (parts.length === 0 || !isShared(question)) continue;
      const all = Object.fromEntries(parts.map((_part, index) => [String(index + 1), 'keep']));
      const told = Object.entries({ ...all, ...actions(question) }).filter(([, action]) => action !== 'drop');
      expect(await ways.partsOverHttp(question)).toEqual(Object.fromEntries(told));
    }
  });

  it.each(named(refused))('refused at entry: %s', async (_, one) => {
    asked.refused += 1;
    await expect(ways.write(one.world)).rejects.toThrow(one.refusedAtEntry!);
  });

  it('and leave no question out: visible() and HTTP are asked for all content, the facts for notices too', () => {
    expect(asked).toEqual({
      facts: questions.length,
      visible: ofContent.length,
      http: questions.filter(isOverHttp).length,
      refused: refused.length,
    });
    // Most can be asked everywhere; a way that falls silent would show here.
    expect(ofContent.length).toBeGreaterThan(questions.length * 0.8);
    expect(questions.filter(isOverHttp).length).toBeGreaterThan(ofContent.length * 0.9);
    expect(taken.length).toBeGreaterThan(cases.length * 0.8);
  });
});
