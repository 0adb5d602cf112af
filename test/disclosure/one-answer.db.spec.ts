import fc from 'fast-check';
import { decide } from '../../src/disclosure/rules/decide';
import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { type Caller, startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { Given } from '../cases/given';
import type { GivenWorld } from '../cases/given-world';
import { EARLIER, INSTANTS, LATER, randomWorld, START } from '../cases/random-world';

const RUNS = Number(process.env.FC_RUNS ?? 24);

/** Every item that a caller's feed and list offer, as version ids; the title carries the id. */
interface Page {
  items: {
    event?: string;
    title?: string;
    item?: { title: string; id: string; documents: { href: string }[] };
    id?: string;
  }[];
  next: string | null;
  more?: boolean;
}

describe('one question has one answer', () => {
  let world: World;
  let readers: string[];
  beforeAll(async () => {
    world = await startWorld();
    const { pkcert, cncert, corvia, dunmere, itu } = world.organizations;
    readers = [pkcert, cncert, corvia, dunmere, itu, PUBLIC_TEAM];
  });
  afterAll(() => world.close());

  const places = () => ({
    originator: world.organizations.pkcert,
    partners: [world.organizations.cncert, world.organizations.corvia],
    authority: world.organizations.moitt,
  });
  const given = () =>
    new Given(world.owner, {
      author: (organization) =>
        organization === world.organizations.pkcert
          ? world.people['pkcert-analyst']
          : world.people['cncert-liaison'],
      releaser: () => world.people['pkcert-releaser'],
    });

  /** What decide() releases to a reader, item by item, as `item version basis grant`. */
  async function decided(reader: string, at: number): Promise<string[]> {
    const versions = await world.owner.query<{ id: string; item_id: string; latest: boolean }[]>(
      'SELECT id, item_id, number = max(number) OVER (PARTITION BY item_id) AS latest FROM item_version',
    );
    const facts = await world.owner.query<{ version: string; facts: ItemFacts }[]>(
      'SELECT * FROM app.item_facts(ARRAY(SELECT id FROM item_version))',
    );
    const grants = await world.owner.query<{ facts: GrantFacts }[]>(
      'SELECT app.one_grant_facts(id) AS facts FROM exchange_grant WHERE to_id = $1',
      [reader],
    );
    const byVersion = new Map(facts.map((row) => [row.version, row.facts]));
    return versions
      .flatMap(({ id, item_id, latest }) => {
        const item = byVersion.get(id)!;
        const decision = decide({
          reader,
          at,
          subject: 'content',
          item,
          grants: grants.map((row) => row.facts),
          received: false,
        });
        if (!decision.basis || (decision.basis.basis === 'own' && !latest)) return [];
        return [`${item_id} ${id} ${decision.basis.basis} ${decision.basis.grant?.id ?? ''}`];
      })
      .sort();
  }

  async function visible(reader: string, at: number): Promise<string[]> {
    const rows = await world.owner.query<{ line: string }[]>(
      `SELECT item_id || ' ' || item_version_id || ' ' || basis || ' ' || COALESCE(grant_id::text, '') AS line FROM app.visible($1, $2)`,
      [reader, new Date(at)],
    );
    return rows.map(({ line }) => line).sort();
  }

  const versionOf = (title: string) => title.replace('Item ', '');

  /** All pages of a path, small pages at a time. */
  async function pages(caller: Caller, path: string): Promise<Page['items']> {
    const items: Page['items'] = [];
    for (let cursor = ''; ;) {
      const { body, status } = (await caller.get(`${path}?limit=2${cursor}`)) as {
        body: Page;
        status: number;
      };
      expect(status).toBe(200);
      items.push(...body.items);
      if (!body.next || body.more === false) return items;
      cursor = `&cursor=${body.next}`;
    }
  }

  /** The three witnesses of one caller: feed, list, and each document by its id. */
  async function overHttp(caller: Caller): Promise<{ feed: string[]; list: string[]; read: string[] }> {
    const feed = (await pages(caller, '/api/v1/feed')).flatMap(({ item }) => (item ? [item] : []));
    const list = await pages(caller, '/api/v1/advisories');
    const read: string[] = [];
    for (const { documents } of feed) {
      const { body, status } = (await caller.get(documents[0]!.href)) as {
        body: { title: string };
        status: number;
      };
      expect(status).toBe(200);
      read.push(versionOf(body.title));
    }
    return {
      feed: feed.map(({ title }) => versionOf(title)).sort(),
      list: list.map(({ title }) => versionOf(title!)).sort(),
      read: read.sort(),
    };
  }

  it('feed, list and documents offer over HTTP what visible() says, as time goes on', async () => {
    const callers = {
      cncert: world.withKey('cncert'),
      corvia: world.withKey('corvia'),
      itu: world.withKey('itu'),
      nobody: world.anonymous(),
    };
    await fc.assert(
      fc.asyncProperty(
        // A release is never in the future when somebody pulls; everything else may be.
        randomWorld(places(), fc.constantFrom(...EARLIER)),
        fc.uniqueArray(fc.constantFrom(...LATER), { minLength: 2, maxLength: 3 }),
        async (random, instants) => {
          await emptyWorld(world.owner);
          await given().world(random);
          for (const at of instants.toSorted((a, b) => a - b)) {
            world.clock.set(new Date(at).toISOString());
            for (const [name, caller] of Object.entries(callers)) {
              const reader = name === 'nobody' ? PUBLIC_TEAM : world.organizations[name as 'cncert'];
              const seen = (await visible(reader, at)).map((line) => line.split(' ')[1]).sort();
              expect(await overHttp(caller)).toEqual({ feed: seen, list: seen, read: seen });
            }
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    );
  }, 120_000);

  it('decide() and visible() agree on every item, version, basis and grant, for every reader at every boundary', async () => {
    let granted = 0;
    await fc.assert(
      fc.asyncProperty(
        randomWorld(places()),
        fc.uniqueArray(fc.constantFrom(...INSTANTS), { minLength: 3, maxLength: 5 }),
        async (random: GivenWorld, instants) => {
          await emptyWorld(world.owner);
          await given().world(random);
          for (const at of instants)
            for (const reader of readers) {
              const seen = await visible(reader, at);
              granted += seen.filter((line) => line.includes(' grant ')).length;
              expect(seen).toEqual(await decided(reader, at));
            }
        },
      ),
      { numRuns: RUNS },
    );
    // Worlds in which nothing is ever granted would prove nothing.
    expect(granted).toBeGreaterThan(RUNS / 4);
  }, 120_000);

  it('admits nothing that was released in a gap between two terms, and loses nothing that the former admitted', async () => {
    const { pkcert, cncert } = world.organizations;
    const hour = (n: number) => START + n * 3_600_000;
    const terms = (entered: number, expires: number | null) => ({
      approved: null,
      signed: [START, START],
      entered,
      expires,
      grants: [
        {
          from: pkcert,
          to: cncert,
          types: [['threat_report', 'GREEN']] as [string, 'GREEN'][],
          categories: 'any' as const,
          sectors: 'any' as const,
          reachBack: 'none' as const,
        },
      ],
    });
    const released = (at: number) => ({
      owner: pkcert,
      versions: [
        {
          tlp: 'GREEN' as const,
          type: 'threat_report',
          categories: ['fraud/phishing'],
          sectors: ['banking'],
          audience: 'any' as const,
          exclude: [],
          embargo: null,
          released: at,
          public: false,
        },
      ],
      withdrawn: null,
    });
    await emptyWorld(world.owner);
    const [during, gap, after] = await given().world({
      agreements: [
        {
          parties: [pkcert, cncert],
          authority: null,
          terms: [terms(hour(0), hour(2)), terms(hour(4), null)],
          ended: null,
          suspended: [],
        },
      ],
      items: [released(hour(1)), released(hour(3)), released(hour(5))],
      stops: [],
    });
    const seen = async (at: number) => {
      const items = (await visible(cncert, at)).map((line) => line.split(' ')[0]).sort();
      expect((await decided(cncert, at)).map((line) => line.split(' ')[0]).sort()).toEqual(items);
      return items;
    };
    expect(await seen(hour(1))).toEqual([during]);
    expect(await seen(hour(3))).toEqual([]);
    expect(await seen(hour(6))).toEqual([during, after].sort());
    expect(await seen(hour(6))).not.toContain(gap);
  });
});
