import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { createDataSource } from '../../src/platform/data-source';
import { LAW, NOT_LET_IN, OverlayWork, WITHHELD_ABROAD } from '../overlays/overlay-work';
import { Naming } from './named-world';
import { part } from './parts-world';
import { ORGANIZATION_KEYS, type OrganizationKey } from '../cast';
import { expected, LABELS } from './sharing-world';

const DENIED = /permission denied for function/;

/** What statements find that the application might send, whoever asks: the last lock. */
describe('row-level security', () => {
  let naming: Naming;
  let app: DataSource;
  beforeAll(async () => {
    naming = await Naming.start();
    app = await createDataSource(naming.world.appUrl, { entities }).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await naming.world.close();
  });

  const ask = <Row>(team: OrganizationKey, person: string, sql: string, ...given: unknown[]) =>
    app.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('app.viewer_org', $1, true), set_config('app.viewer_person', $2, true),
           set_config('app.at', $3, true), set_config('app.channel', 'rest', true)`,
        [naming.world.organizations[team], person, naming.world.clock.now().toISOString()],
      );
      return manager.query<Row[]>(sql, given);
    });

  it('tells the parts of RED to whom it names, and to nobody else of her team', async () => {
    const { world, sharing } = naming;
    await naming.verify('cncert-duty-officer');
    const handling = { ...LABELS, ...naming.red('cncert-duty-officer') };
    const body = { title: 'Named', summary: 'Of a test.', handling, parts: [part('Where', 'Kwordred')] };
    const made = world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
    const { id } = (await expected(201, made)) as { id: string };
    await expected(201, sharing.release(id));
    world.clock.advance(1000);
    expect(await naming.titles('cncert-duty-officer')).toContain('Named');
    const versions = await world.owner.query<{ id: string }[]>(
      `SELECT w.id FROM variant_version w JOIN variant s ON s.id = w.variant_id WHERE s.item_id = $1`,
      [id],
    );
    const texts = async (team: 'pkcert' | 'cncert', person: string) =>
      (
        await ask<{ text: string }>(
          team,
          person,
          'SELECT text FROM app.variant_parts($1)',
          versions.map((one) => one.id),
        )
      ).map(({ text }) => text);
    expect(await texts('cncert', naming.account('cncert-duty-officer'))).toEqual(['Kwordred']);
    expect(await texts('pkcert', naming.account('pkcert-analyst'))).toEqual(['Kwordred']);
    expect(await texts('cncert', naming.account('cncert-auditor'))).toEqual([]);
    expect(await texts('cncert', '')).toEqual([]);
  });

  it('tells a team nothing of what is under embargo, not that it is entitled to it either', async () => {
    const embargo_until = new Date(naming.world.clock.now().getTime() + 86_400_000).toISOString();
    const id = await naming.sharing.released('Not yet', { embargo_until });
    const found = async () =>
      (await ask<object>('cncert', '', 'SELECT 1 FROM entitlement WHERE item_id = $1', id)).length;
    expect(await found()).toBe(0);
    naming.world.clock.advance(86_400_000);
    expect(await found()).toBe(1);
  });

  it('tells the facts of a version to its owner and to whom it was made into something for, and to nobody else', async () => {
    const id = await naming.sharing.released('Facts of it');
    await naming.sharing.pull('cncert');
    const versions = await naming.world.owner.query<{ id: string }[]>(
      'SELECT id FROM item_version WHERE item_id = $1',
      [id],
    );
    const told = async (team: OrganizationKey) =>
      (
        await ask(
          team,
          '',
          'SELECT * FROM app.item_facts_for_viewer($1)',
          versions.map((one) => one.id),
        )
      ).length;
    expect(await Promise.all(ORGANIZATION_KEYS.map(told))).toEqual(
      ORGANIZATION_KEYS.map((team) => (team === 'pkcert' || team === 'cncert' ? 1 : 0)),
    );
  });

  it('tells nobody else the words of a national overlay', async () => {
    await new OverlayWork(naming.world).record([WITHHELD_ABROAD, NOT_LET_IN]);
    const { pkcert } = naming.world.organizations;
    const told = async (team: 'pkcert' | 'cncert') =>
      JSON.stringify(await ask(team, '', 'SELECT app.overlays_of(ARRAY[$1::uuid]) AS told', pkcert));
    const [own, others] = [await told('pkcert'), await told('cncert')];
    expect([own.includes(LAW), own.includes(WITHHELD_ABROAD.clause)]).toEqual([true, true]);
    expect([others.includes(LAW), others.includes(WITHHELD_ABROAD.clause)]).toEqual([false, false]);
    await expect(ask('pkcert', '', 'SELECT app.overlay_facts($1)', pkcert)).rejects.toThrow(DENIED);
  });

  it('lets nobody read or bring up to now the feed of another team', async () => {
    const { cncert, corvia } = naming.world.organizations;
    const of = (sql: string) => ask('corvia', '', sql, cncert, naming.world.clock.now().toISOString());
    await expect(of('SELECT * FROM app.feed_page($1, $2, 0, 10)')).rejects.toThrow('not the viewer');
    await expect(of(`SELECT app.drain_own($1, 10), $2::text`)).rejects.toThrow('not the viewer');
    expect(
      await of(`SELECT * FROM app.feed_again_page($1, $2, 0, NULL, '{}', '{}', '{}', '{}', 10)`),
    ).toEqual([]);
    expect(await of(`SELECT * FROM app.feed_catch_up($1, $2, 0, '{}', '{}', '{}', '{}', 10)`)).toEqual([]);
    expect(await of(`SELECT item_id FROM app.sight_of($1, $2) WHERE basis <> 'public'`)).toEqual([]);
    await expect(ask('corvia', '', 'SELECT app.drain_own($1, 10)', corvia)).resolves.toHaveLength(1);
  });

  it.each([
    'app.gate_range(NULL, NULL, NULL)',
    'app.refresh_gates(NULL, NULL)',
    'app.look_at(NULL, NULL, NULL)',
    'app.make_due(NULL, NULL, NULL)',
    'app.verifiers_of(NULL, NULL, NULL)',
    'app.is_duty_officer(NULL)',
    'app.item_facts(NULL)',
    'app.drain(NULL, NULL, NULL)',
    'app.visible(NULL, NULL)',
  ])('%s is not the serving role’s to call', async (call) => {
    await expect(ask('pkcert', '', `SELECT ${call}`)).rejects.toThrow(DENIED);
  });
});
