import { createDataSource } from '../../src/platform/data-source';
import { everyone, expectedRefusal } from '../cast';
import { holding, untilWaiting } from '../cast/held-lock';
import { expected, Sharing } from '../disclosure/sharing-world';
import { LAW, OverlayWork, PATH, WITHHELD_ABROAD } from './overlay-work';

const BODY = { base: 0, law: LAW, restrictions: [WITHHELD_ABROAD] };
const CERTS = ['pkcert', 'cncert', 'corvia', 'dunmere'];

describe('who knows of a national overlay', () => {
  let sharing: Sharing;
  let overlay: OverlayWork;
  beforeAll(async () => {
    sharing = await Sharing.start();
    overlay = new OverlayWork(sharing.world);
    await sharing.inForce('cncert', 'PK-CN');
    await overlay.record([WITHHELD_ABROAD]);
    await overlay.record([]);
  });
  afterAll(() => sharing.world.close());

  describe.each(everyone)('$name', (asker) => {
    it('reads it as a person of the organization, and else finds what is not there', async () => {
      const { world } = sharing;
      const refusal = expectedRefusal(asker, ['person']);
      const own = asker.organization === 'pkcert';
      const list = await asker.ask(world).get(PATH);
      expect(list.status).toBe(refusal ?? 200);
      if (!refusal && !own) expect(list.text).toBe('{"items":[],"next":null}');
      if (!refusal && own) expect((list.body as { items: unknown[] }).items).toHaveLength(2);
      const [one, absent] = [
        await asker.ask(world).get(`${PATH}/1`),
        await asker.ask(world).get(`${PATH}/9`),
      ];
      expect(one.status).toBe(refusal ?? (own ? 200 : 404));
      if (own) return;
      const { instance: _, ...problem } = one.body as { instance?: string };
      const { instance: __, ...none } = absent.body as { instance?: string };
      expect([problem, one.headers.etag]).toEqual([none, absent.headers.etag]);
      expect(one.text).not.toContain(LAW);
    });

    it('records and confirms as a liaison officer of a national CERT, and else not at all', async () => {
      const { world } = sharing;
      const refusal = expectedRefusal(asker, ['liaison']);
      const tried = await asker.ask(world).post(`${PATH}?dry_run=true`).send(BODY);
      const mine = { pkcert: 409, other: CERTS.includes(asker.organization) ? 200 : 403 };
      expect(tried.status).toBe(refusal ?? (asker.organization === 'pkcert' ? mine.pkcert : mine.other));
      if (!refusal && tried.status === 403)
        expect(tried.body).toMatchObject({ type: '/problems/overlay/not-a-cert' });
      const confirmed = await asker.ask(world).post(`${PATH}/2/confirmation?dry_run=true`).send({});
      const ours = asker.name === 'pkcert-liaison' ? 403 : 200;
      expect(confirmed.status).toBe(refusal ?? (asker.organization === 'pkcert' ? ours : 404));
    });

    it('finds no word of it elsewhere in what it may read', async () => {
      if (asker.organization === 'pkcert') return;
      for (const path of [
        ...['/me', '/feed', '/advisories', '/pauses', '/agreements', '/agreements/PK-CN', '/logs'],
        ...['/organizations/pkcert', '/organizations/pkcert/profile'],
      ])
        expect((await asker.ask(sharing.world).get(`/api/v1${path}`)).text).not.toMatch(
          /Cyber Security Act|overlay/,
        );
    });
  });

  it('is not told to another organization by row-level security either, and never changed', async () => {
    const { world } = sharing;
    const app = await createDataSource(world.appUrl, { entities: [] }).initialize();
    const counted = async (viewer: string) => {
      const runner = app.createQueryRunner();
      await runner.startTransaction();
      await runner.query("SELECT set_config('app.viewer_org', $1, true)", [viewer]);
      const rows: { n: number }[] = await runner.query(
        `SELECT (SELECT count(*) FROM national_overlay) + (SELECT count(*) FROM overlay_restriction)
           + (SELECT count(*) FROM overlay_counted) + (SELECT count(*) FROM national_overlay_confirmation) AS n`,
      );
      await runner.rollbackTransaction();
      await runner.release();
      return Number(rows[0]!.n);
    };
    try {
      const { pkcert, ...others } = world.organizations;
      expect(await counted(pkcert)).toBe(4);
      for (const other of Object.values(others)) expect(await counted(other)).toBe(0);
      expect(await counted('')).toBe(0);
      for (const statement of [
        'UPDATE national_overlay SET second_person_required = false',
        'DELETE FROM overlay_restriction',
        'UPDATE release SET barred_by_law = false',
        `SELECT app.settle_overlay('${pkcert}', NULL, now())`,
        `SELECT app.bar_from_public('${pkcert}', now())`,
      ])
        await expect(app.query(statement)).rejects.toThrow(/permission denied/);
      await expect(world.owner.query("UPDATE overlay_restriction SET clause = 'x'")).rejects.toThrow();
    } finally {
      await app.destroy();
    }
  });

  it('waits for the pull that is being served before it narrows, and nothing is served after it', async () => {
    const { world } = sharing;
    await overlay.confirm(2);
    await sharing.released('Being served');
    world.clock.advance(1000);
    let pull: PromiseLike<unknown> | undefined;
    let narrowed: PromiseLike<unknown> | undefined;
    await holding(world, `feed:${world.organizations.cncert}`, async () => {
      pull = expected(200, world.withKey('cncert').get('/api/v1/feed'));
      void Promise.resolve(pull);
      await untilWaiting(world, 1);
      narrowed = expected(
        201,
        world
          .as('pkcert-liaison')
          .post(PATH)
          .send({ ...BODY, base: 2 }),
      );
      void Promise.resolve(narrowed);
      await untilWaiting(world, 2);
    });
    const [served] = (await Promise.all([pull, narrowed])) as [{ items: unknown[] }, unknown];
    expect(served.items).toHaveLength(1);
    expect((await sharing.pull('cncert')).told).toEqual(['no_longer_shared']);
  });
});
