import fc from 'fast-check';
import { QuestionsStore } from '../../src/disclosure/questions/questions.store';
import { grantKnownAt, itemKnownAt } from '../../src/disclosure/rules/known-at';
import type { GrantFacts } from '../../src/disclosure/rules/question';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { INSTANTS, randomWorld } from '../cases/random-world';
import { Witnesses } from '../disclosure/witnesses';

const END_OF_TIME = Date.UTC(2199, 0, 1);

/** Facts without the order in which the database happens to list what has none. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .map(inOrder)
      .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(members.map(([name, part]) => [name, inOrder(part)]));
};

describe('the facts as they are known', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
  });
  afterAll(() => world.close());

  /** Where PKCERT is the originator, who asks here. */
  const places = () => witnesses.places.slice(0, 1);

  /** Every grant to a team and the facts of every version, with what happened to them. */
  const found = (team: string) =>
    world.app.get(ViewerTransaction, { strict: false }).run(
      {
        organizationId: world.organizations.pkcert,
        personId: world.people['pkcert-auditor'],
        roles: ['auditor'],
      },
      async () => {
        const store = world.app.get(QuestionsStore, { strict: false });
        const grants = await store.grants({ id: team, handle: '', parent: null });
        const happened = await store.happened(
          grants.map(({ agreementId }) => agreementId),
          { id: team, handle: '', parent: null },
        );
        const versions = await world.owner.query<{ id: string; number: number }[]>(
          'SELECT id, number FROM item_version',
        );
        const items = [];
        for (const version of versions) items.push(await store.itemFacts(version));
        return { grants: grants.map(({ facts }) => facts), happened, items };
      },
    );

  it('at the end of time are, word for word, those that the rules are given now', async () => {
    const seen: GrantFacts[] = [];
    const agree = fc.asyncProperty(randomWorld(places()), async (random) => {
      await emptyWorld(world.owner);
      await witnesses.given.world(random);
      for (const team of places()[0]!.partners) {
        const { grants, happened, items } = await found(team);
        for (const grant of grants)
          expect(inOrder(grantKnownAt(grant, END_OF_TIME, happened))).toEqual(inOrder(grant));
        for (const item of items) expect(itemKnownAt(item, END_OF_TIME, happened)).toEqual(item);
        seen.push(...grants);
      }
    });
    const happens: Record<string, (grant: GrantFacts) => boolean> = {
      followed: ({ terms }) => terms.followedAt !== null && terms.later.length > 0,
      ended: ({ terms }) => terms.endedAt !== null,
      paused: ({ pauses }) => pauses.length > 0,
      continued: ({ predecessor }) => predecessor !== null,
      narrowed: ({ narrowedBy }) => narrowedBy.length > 0,
    };
    const tooSeldom = () => Object.keys(happens).filter((name) => seen.filter(happens[name]!).length <= 2);
    // Worlds in which nothing happened would prove nothing: some times more of them have to be looked at.
    for (let rounds = 0; rounds < 20 && tooSeldom().length > 0; rounds += 1)
      await fc.assert(agree, { numRuns: Number(process.env.FC_RUNS ?? 24) });
    expect(tooSeldom()).toEqual([]);
  }, 300_000);

  it('never hold what came later than the instant', async () => {
    await fc.assert(
      fc.asyncProperty(randomWorld(places()), fc.constantFrom(...INSTANTS), async (random, at) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        const { grants, happened, items } = await found(places()[0]!.partners[0]!);
        for (const grant of grants) {
          const known = grantKnownAt(grant, at, happened)!;
          // In random worlds facts take effect when they are recorded.
          const instants = [
            known.terms.entered,
            known.terms.endedAt,
            ...known.pauses.map(({ from }) => from),
          ];
          instants.push(...known.terms.counted.map(({ from }) => from));
          expect(instants.filter((instant) => instant !== null && instant > at)).toEqual([]);
        }
        for (const item of items) {
          const { overlay, release, withdrawnAt } = itemKnownAt(item, at, happened);
          const instants = [
            overlay?.from ?? null,
            release?.at ?? null,
            release?.supersededAt ?? null,
            withdrawnAt,
          ];
          expect(instants.filter((instant) => instant !== null && instant > at)).toEqual([]);
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 24) },
    );
  }, 300_000);
});
