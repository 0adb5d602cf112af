import { addedToHouseLog, type World } from '../cast';
import { expected, LABELS, Sharing } from '../disclosure/sharing-world';
import { wholeDatabase } from '../manners/whole-database';
import { Desk } from './asking';

const PATH = '/api/v1/advisories';

describe('previewing a release', () => {
  let sharing: Sharing;
  let world: World;
  let desk: Desk;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new Desk(world);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC', { categories: ['fraud/phishing'], sectors: ['banking'] });
    await sharing.unsigned('dunmere', 'PK-XD');
  });
  afterAll(() => world.close());

  it('says who would get it, under what, and adds up', async () => {
    const id = await sharing.draft('For partners');
    const view = await desk.preview(id);
    expect(view).toMatchObject({
      item: id,
      type: 'advisory',
      version: 1,
      public: false,
      effective_at: world.clock.now().toISOString(),
      counts: { teams: 3, released: 2, refused: 1, near_misses: 1 },
      everybody: { team: 'public', released: false, near_miss: { basis: 'public' } },
      next: null,
    });
    const cited = { basis: 'grant', terms_version: 1, clause: 'Art. 1' };
    expect(view.items.map(({ team, released, cited }) => [team, released, cited])).toEqual([
      ['cncert', true, { ...cited, agreement: 'PK-CN' }],
      ['corvia', true, { ...cited, agreement: 'PK-XC' }],
      ['dunmere', false, null],
    ]);
    const near = view.items[2]!.near_miss!;
    expect(near).toMatchObject({ agreement: 'PK-XD', clause: 'Art. 1' });
    expect(near.forbidding.map(({ rule, name }) => [rule, name])).toEqual([
      ['D-03', 'grant in force'],
      ['D-22', 'reach back'],
    ]);
  });

  it('names the one rule or two that stand against a team, and not three', async () => {
    const nearTo = async (handling: object) => {
      const { items, counts } = await desk.preview(await sharing.draft('Near or far', handling));
      const corvia = items.find(({ team }) => team === 'corvia')!;
      return [corvia.near_miss?.forbidding.map(({ rule }) => rule), counts];
    };
    const counts = { teams: 3, released: 1, refused: 2 };
    const other = { categories: ['malicious-code/c2-server'] };
    expect(await nearTo(other)).toEqual([['D-06'], { ...counts, near_misses: 2 }]);
    expect(await nearTo({ ...other, sectors: ['energy'] })).toEqual([
      ['D-06', 'D-07'],
      { ...counts, near_misses: 2 },
    ]);
    const far = { ...other, sectors: ['energy'], audience: { include: ['cncert'] } };
    // Dunmere's terms are not in force, reach back to nothing, and it is not in the audience.
    expect(await nearTo(far)).toEqual([undefined, { ...counts, near_misses: 0 }]);
  });

  it('writes nothing but that it was asked for', async () => {
    const id = await sharing.draft('Looked at');
    const record = /^record_/;
    const rest = async () => {
      const tables = Object.entries((await wholeDatabase(world)) as Record<string, unknown>);
      return Object.fromEntries(tables.filter(([table]) => !record.test(table)));
    };
    const before = await rest();
    const added = await addedToHouseLog(world, 'pkcert', () => desk.preview(id, { public: 'false' }));
    expect(await rest()).toEqual(before);
    const asked = { question: 'preview', item: id, version: 1, public: false };
    const shared = { ...asked, person: world.people['pkcert-liaison'], through: 'rest' };
    expect(added).toEqual([{ kind: 'decision-asked', shared }]);
  });

  it('pages in the order of handles, with the counts of all on each page', async () => {
    const id = await sharing.draft('In pages');
    const whole = await desk.preview(id);
    const teams: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await desk.preview(id, { limit: 1, ...(cursor ? { cursor } : {}) });
      expect([page.items.length, page.counts, page.everybody]).toEqual([1, whole.counts, whole.everybody]);
      teams.push(page.items[0]!.team);
      cursor = page.next;
    }
    expect(teams).toEqual(whole.items.map(({ team }) => team));
    const { next } = await desk.preview(id, { limit: 1 });
    for (const query of [{ item: await sharing.draft('Another') }, { item: id, public: 'true' }])
      expect((await desk.ask('preview', { ...query, cursor: next })).status).not.toBe(200);
  });

  it.each<[string, object, boolean]>([
    ['is not labelled', { tlp: undefined }, false],
    ['is RED and names nobody', { tlp: 'RED' }, false],
    ['is not CLEAR, to everybody', {}, true],
  ])(
    'is refused, when the version %s, in the words in which its release is',
    async (_, handling, toPublic) => {
      const id = await sharing.draft('Not fit', handling);
      const preview = await desk.ask('preview', { item: id, public: String(toPublic) });
      const release = await sharing.release(id, 1, toPublic);
      expect([preview.status, preview.text]).toEqual([release.status, release.text]);
      expect(preview.status).toBe(422);
    },
  );

  it('is refused of a former version, and of what is released or withdrawn, as a release is', async () => {
    const id = await sharing.released('Released');
    const same = async (version: number, type: string) => {
      const [preview, release] = [
        await desk.ask('preview', { item: id, version }),
        await sharing.release(id, version),
      ];
      expect([preview.status, preview.text]).toEqual([release.status, release.text]);
      expect(preview.body).toMatchObject({ status: 409, type });
    };
    await same(1, '/problems/release/already');
    const change = { base: 1, handling: { severity: 'low' } };
    await expected(201, world.as('pkcert-analyst').post(`${PATH}/${id}/versions`).send(change));
    await same(1, '/problems/item/changed');
    expect((await desk.preview(id)).version).toBe(2);
    await sharing.withdraw(id);
    await same(2, '/problems/release/withdrawn');
  });

  it('is for an author of the version too, who may not release it herself', async () => {
    const author = world.as('pkcert-senior-analyst');
    const body = { title: 'Her own', summary: 'Of a test.', handling: LABELS };
    const { id } = (await expected(201, author.post(PATH).send(body))) as { id: string };
    const view = await new Desk(world, 'pkcert-senior-analyst').preview(id);
    expect(view.counts.released).toBe(2);
    await expected(403, author.post(`${PATH}/${id}/release`).send({ version: 1 }));
  });

  it('takes no refusal for near that hangs on terms which later ones have followed', async () => {
    const handling = { categories: ['malicious-code/c2-server'], sectors: ['energy'] };
    const id = await sharing.draft('Once nearly', handling);
    await sharing.amend('cncert', 'PK-CN', 2, {
      categories: ['fraud/phishing'],
      sectors: ['banking'],
      information_types: [{ type: 'best_practice', tlp_ceiling: 'CLEAR' }],
    });
    const { items } = await desk.preview(id);
    expect(items.find(({ team }) => team === 'cncert')).toMatchObject({ released: false, near_miss: null });
    // By the former terms alone it would be: they lack nothing but their time.
    const { bases } = await desk.explain(id, 'cncert');
    const former = bases.find(({ terms_version }) => terms_version === 1)!;
    expect(former.verdicts.find(({ rule }) => rule === 'D-06')!.verdict).toBe('passes');
  });
});
