import fc from 'fast-check';
import type { PreviewView } from '../../src/disclosure';
import type { World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { Desk } from './asking';

const PATH = '/api/v1/advisories';
const READERS = ['cncert', 'corvia', 'dunmere', 'itu', 'public'] as const;
const CASES = Number(process.env.PREVIEW_CASES ?? 40);
const DAY = 86_400_000;

const category = fc.constantFrom('fraud/phishing', 'malicious-code/c2-server', 'vulnerable/weak-crypto');
const sector = fc.constantFrom('banking', 'energy', 'health');
const handlings = fc.record({
  tlp: fc.constantFrom('CLEAR', 'CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'),
  information_type: fc.constantFrom('threat_report', 'threat_report', 'incident_summary', 'best_practice'),
  categories: fc.uniqueArray(category, { minLength: 1, maxLength: 2 }),
  sectors: fc.uniqueArray(sector, { minLength: 1, maxLength: 2 }),
  audience: fc.constantFrom<{ include: string | string[]; exclude?: string[] }>(
    { include: 'partners' },
    { include: 'partners', exclude: ['corvia'] },
    { include: ['cncert', 'dunmere'] },
    { include: ['corvia'] },
    { include: [] },
  ),
  severity: fc.constantFrom('low', 'high'),
  nexus: fc.constantFrom(['CN'], ['PK'], []),
  pap: fc.constantFrom('CLEAR', 'AMBER', null),
  embargo: fc.constantFrom(0, 0, 0, 5),
  toPublic: fc.boolean(),
});

interface DryRun {
  effective_at: string;
  teams: { team: string; gets: { count: number } }[];
}

describe('a preview and the release after it', () => {
  let sharing: Sharing;
  let world: World;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    const types = ['threat_report', 'incident_summary'].map((type) => ({ type, tlp_ceiling: 'AMBER' }));
    await sharing.inForce('cncert', 'PK-CN-ONE', { information_types: types });
    await sharing.inForce('cncert', 'PK-CN-TWO', {
      information_types: [{ type: 'best_practice', tlp_ceiling: 'GREEN' }],
    });
    const bounds = { severity: { least: 'medium' }, nexus: 'either', pap_ceiling: 'GREEN' };
    await sharing.inForce('corvia', 'PK-XC', { categories: ['fraud/phishing', 'vulnerable'] });
    await sharing.inForce('corvia', 'PK-XC-BOUNDS', bounds);
    await sharing.inForce('dunmere', 'PK-XD', { sectors: ['energy', 'banking'] });
    await sharing.stop('dunmere');
  });
  afterAll(() => world.close());

  /** Who gets it by a preview: teams under their grants, and everybody. */
  const named = ({ everybody, items }: PreviewView, underGrants: boolean) => [
    ...items.filter(({ released, cited }) => released && (!underGrants || cited?.basis === 'grant')),
    ...(everybody.released ? [everybody] : []),
  ];

  async function titlesOf(reader: (typeof READERS)[number]): Promise<Set<string>> {
    const caller = reader === 'public' ? world.anonymous() : world.withKey(reader);
    const titles = new Set<string>();
    for (let cursor = ''; ;) {
      const { items, next } = (await expected(200, caller.get(`${PATH}?limit=100${cursor}`))) as {
        items: { title: string }[];
        next: string | null;
      };
      for (const { title } of items) titles.add(title);
      if (next === null) return titles;
      cursor = `&cursor=${next}`;
    }
  }

  it('agree on every team, and with the dry run between them', async () => {
    const previews = new Map<string, PreviewView>();
    for (const [n, { toPublic, embargo, ...handling }] of fc
      .sample(handlings, { numRuns: CASES, seed: 20260302 })
      .entries()) {
      const title = `Case ${n}`;
      const until = new Date(world.clock.now().getTime() + embargo * DAY).toISOString();
      const id = await sharing.draft(title, { ...handling, ...(embargo ? { embargo_until: until } : {}) });
      const wide = toPublic && handling.tlp === 'CLEAR';
      const view = await new Desk(world).preview(id, { public: String(wide) });
      const path = `${PATH}/${id}/release`;
      const body = { version: 1, public: wide };
      const dry = (await expected(
        200,
        world.as('pkcert-releaser').post(`${path}?dry_run=true`).send(body),
      )) as DryRun;
      const told = dry.teams.filter(({ gets }) => gets.count > 0).map(({ team }) => team);
      // A dry run tells of everybody what everybody gets, and of no team again.
      expect([
        title,
        named(view, true)
          .map(({ team }) => team)
          .sort(),
      ]).toEqual([title, told.sort()]);
      expect(view.effective_at).toBe(dry.effective_at);
      expect((await sharing.release(id, 1, wide)).status).toBe(201);
      previews.set(title, view);
      world.clock.advance(1000);
    }
    world.clock.advance(6 * DAY);
    const lists = new Map<string, Set<string>>();
    for (const reader of READERS) lists.set(reader, await titlesOf(reader));
    let [got, withheld] = [0, 0];
    for (const [title, view] of previews) {
      const { teams, released, refused, near_misses } = view.counts;
      expect([teams, view.items.length, near_misses <= refused]).toEqual([released + refused, teams, true]);
      const said = new Set(named(view, false).map(({ team }) => team));
      for (const reader of READERS) {
        const gets = said.has(reader) || said.has('public');
        expect([title, reader, lists.get(reader)!.has(title)]).toEqual([title, reader, gets]);
        if (gets) got += 1;
        else withheld += 1;
      }
    }
    expect(Math.min(got, withheld)).toBeGreaterThan(CASES / 2);
  }, 300_000);
});
