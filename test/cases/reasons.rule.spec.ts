import { decide } from '../../src/disclosure/rules/decide';
import type { ItemFacts } from '../../src/disclosure/rules/question';
import { countryOfHandle, grantFacts, itemFacts, parentOfHandle } from './given-facts';
import { ask, grant, NOON } from './question';
import { readCases } from './read-cases';

const cases = readCases();
const BY_REST = { channel: 'rest', purpose: null } as const;

/** Asked within each test, so that mutation testing knows which test asks what. */
const decisions = () =>
  cases.flatMap(({ world, questions }) =>
    questions.map(({ version, expected: _, ...question }) =>
      decide({
        ...question,
        parent: parentOfHandle(question.reader),
        item: itemFacts(world.items[0]!, version, world, question.at),
        grants: grantFacts(world, countryOfHandle, question.at),
      }),
    ),
  );

describe('the reasons of an answer', () => {
  it('are in words, whatever the verdict', () => {
    const verdicts = decisions().flatMap(({ bases }) => bases.flatMap((basis) => basis.verdicts));
    expect(verdicts.filter(({ says }) => !/^\p{L}[^.]{10,}$/u.test(says))).toEqual([]);
  });

  it('never are that a rule failed, where the facts are whole', () => {
    const words = decisions().flatMap(({ bases }) =>
      bases.flatMap(({ verdicts }) => verdicts.map(({ says }) => says)),
    );
    expect(words).not.toContain('the rule failed, so it denies');
  });

  it('are that a rule failed, under its own id, where it cannot weigh the facts', () => {
    const broken = (owner: string): never =>
      new Proxy({ owner } as never, {
        get: (target, key) => {
          if (key === 'owner') return owner;
          throw new Error('broken');
        },
      });
    const { released: yes, bases } = decide({
      reader: 'cn',
      person: null,
      parent: null,
      at: NOON,
      subject: 'content',
      received: true,
      ...BY_REST,
      item: broken('pk'),
      grants: [grant({ terms: broken('') })],
    });
    const notice = decide({
      reader: 'cn',
      person: null,
      parent: null,
      at: NOON,
      subject: 'withdrawal',
      received: true,
      ...BY_REST,
      item: broken('pk'),
      grants: [grant({ terms: broken('') })],
    });
    expect([yes, notice.released]).toEqual([false, false]);
    const failed = [...bases, ...notice.bases.slice(2)].map(({ verdicts }) =>
      verdicts.filter(({ says }) => says === 'the rule failed, so it denies'),
    );
    expect(failed.map((verdicts) => verdicts.map(({ rule }) => rule).join(' '))).toEqual([
      '',
      'D-02 D-13 D-14 D-17 D-18 D-19',
      'D-03 D-04 D-05 D-06 D-07 D-08 D-09 D-11 D-13 D-15 D-18 D-22 D-24 D-25 D-17 D-23 D-14 D-16 D-19',
      'D-03 D-14 D-16 D-19 D-21',
    ]);
    for (const { verdict, compared: given } of failed.flat())
      expect([verdict, given]).toEqual(['forbids', { error: 'Error: broken' }]);
  });

  it('are the same of the conditions, and of how it is asked for', () => {
    const unknown = { requested: null as never, passedOn: null as never };
    const strange = grant({ need: 'on_request', channels: null as never });
    const { released: yes, bases } = ask(unknown, [strange], { reader: 'bank', parent: 'cn' });
    const failed = bases
      .at(-1)!
      .verdicts.filter(({ says }) => says === 'the rule failed, so it denies')
      .map(({ rule }) => rule);
    expect([yes, failed]).toEqual([false, ['D-10', 'D-20', 'D-12']]);
  });

  it('say of a notice while the terms are in force that D-03 itself passes', () => {
    const { bases } = ask({ withdrawnAt: NOON }, [grant()], { subject: 'withdrawal', received: true });
    expect(bases.at(-1)!.verdicts.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'D-03 passes',
      'D-14 not-applicable',
      'D-16 not-applicable',
      'D-19 passes',
      'D-21 passes',
    ]);
  });

  it('tell what has no marking or no ceiling from what is marked too high', () => {
    const says = (facts: Partial<ItemFacts>) =>
      ask(facts, [grant()])
        .bases.at(-1)!
        .verdicts.find(({ rule }) => rule === 'D-04')!.says;
    expect([says({ tlp: null }), says({ informationType: 'statistics' }), says({ tlp: 'AMBER' })]).toEqual([
      'there is no marking, or no ceiling for this information type',
      'there is no marking, or no ceiling for this information type',
      'the marking is above the ceiling',
    ]);
  });

  it('name each rule of a basis once, in the same order', () => {
    const orders = (wanted: 'own' | 'public' | 'grant') =>
      new Set(
        decisions()
          .flatMap(({ bases }) => bases)
          .filter(({ basis }) => basis === wanted)
          .map(({ verdicts }) => verdicts.map(({ rule }) => rule).join(' ')),
      );
    expect([...orders('own')]).toEqual(['D-01']);
    expect([...orders('public')].toSorted()).toEqual([
      'D-02 D-13 D-14 D-17 D-18 D-19',
      'D-02 D-13 D-14 D-19',
    ]);
    // A notice is weighed neither by the static rules nor by how it is asked for.
    expect([...orders('grant')].toSorted()).toEqual([
      'D-03 D-04 D-05 D-06 D-07 D-08 D-09 D-11 D-13 D-15 D-18 D-22 D-24 D-25 D-10 D-17 D-20 D-23 D-12 D-14 D-16 D-19 D-21',
      'D-03 D-14 D-16 D-19 D-21',
    ]);
  });

  it('say of content that D-21 is not asked, and of an item without embargo that D-14 is not', () => {
    const { bases } = ask({}, [grant()]);
    const verdictOf = (rule: string) => bases.at(-1)!.verdicts.find((one) => one.rule === rule)!.verdict;
    expect([verdictOf('D-21'), verdictOf('D-14')]).toEqual(['not-applicable', 'not-applicable']);
  });

  it('say of a notice after the end that D-21 stands in for D-03', () => {
    const standIns = decisions()
      .flatMap(({ bases }) => bases.flatMap(({ verdicts }) => verdicts))
      .filter(({ rule, verdict }) => rule === 'D-03' && verdict === 'not-applicable');
    expect(standIns.length).toBeGreaterThan(5);
    expect(new Set(standIns.map(({ says }) => says))).toEqual(new Set(['a correction may still go (D-21)']));
  });
});
