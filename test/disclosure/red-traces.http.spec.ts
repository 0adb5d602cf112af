import type { PersonKey } from '../cast';
import { type NamedItem, Naming } from './named-world';
import { expected, LABELS } from './sharing-world';

const ZHAO = 'cncert-duty-officer';
const CHEN = 'cncert-auditor';

describe('what RED leaves behind', () => {
  let naming: Naming;
  beforeEach(async () => {
    naming = await Naming.start();
  });
  afterEach(() => naming.world.close());
  const as = (person: PersonKey) => naming.world.as(person);

  it('leaves a team no trace where an item was GREEN before and after: it is told that it is no longer shared, and of the next version', async () => {
    await naming.verify(ZHAO);
    const id = await naming.sharing.released('Green at first');
    const key = () => naming.world.withKey('cncert');
    const events = async () =>
      ((await key().get('/api/v1/feed?limit=200')).body as { items: { event: string; item?: NamedItem }[] })
        .items;
    const [added] = await events();
    expect(added).toMatchObject({ event: 'added', item: { version: 1 } });
    const change = (base: number, handling: object) =>
      expected(201, as('pkcert-analyst').post(`/api/v1/advisories/${id}/versions`).send({ base, handling }));
    naming.world.clock.advance(1000);
    await change(1, naming.red(ZHAO));
    await expected(201, naming.sharing.release(id, 2));
    naming.world.clock.advance(1000);
    expect(await events()).toMatchObject([{ event: 'no_longer_shared' }]);
    expect(await naming.titles(ZHAO)).toEqual(['Green at first']);
    naming.world.clock.advance(1000);
    await change(2, { ...LABELS, named_persons: [] });
    await expected(201, naming.sharing.release(id, 3));
    naming.world.clock.advance(1000);
    expect(await naming.titles(ZHAO)).toEqual([]);
    const [again] = await events();
    // The team counts its own versions: the RED one between is not among them.
    expect(again).toMatchObject({ event: 'added', item: { id: added!.item!.id, version: 2 } });
    const csaf = (await key().get(again!.item!.documents[1]!.href)).body as {
      document: { tracking: { revision_history: object[] } };
    };
    expect(csaf.document.tracking.revision_history).toHaveLength(2);
  });

  it('is disclosed to the person: the log of the relationship has no title, and only her side has her name', async () => {
    await naming.verify(ZHAO);
    await naming.share('Never in a log', ZHAO);
    await naming.named(as(ZHAO));
    const entries = async (auditor: PersonKey) => {
      const logs = (await as(auditor).get('/api/v1/logs')).body as { items: { id: string; kind: string }[] };
      const { id } = logs.items.find(({ kind }) => kind === 'relationship')!;
      const { text } = await as(auditor).get(`/api/v1/logs/${id}/entries?format=jsonl`);
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { kind: string; shared: object; own?: object });
    };
    for (const [auditor, own] of [
      [CHEN, { person: naming.account(ZHAO) }],
      ['pkcert-auditor', undefined],
    ] as const) {
      const found = (await entries(auditor)).filter(({ kind }) => ['disclosure', 'transfer'].includes(kind));
      expect(found.map(({ kind }) => kind)).toEqual(['disclosure', 'transfer']);
      for (const entry of found) expect(entry.own ?? undefined).toEqual(own);
      expect(JSON.stringify(found)).not.toContain('Never in a log');
      expect(found[0]).toMatchObject({ shared: { tlp: 'RED', team: 'cncert', agreement: 'PK-CN-RED' } });
    }
    // Nor does the team see in what it last received that somebody received something.
    const lastOf = async (person: PersonKey) =>
      ((await as(person).get('/api/v1/me')).body as { feed: { last_pull: { route: string } | null } }).feed
        .last_pull;
    expect(await lastOf('cncert-liaison')).toBeNull();
    expect(await lastOf(ZHAO)).toMatchObject({ route: 'named list' });
  });

  it('is acknowledged by her alone, which nobody else of her team is told', async () => {
    await naming.verify(ZHAO);
    await naming.share('Arrived', ZHAO);
    const [{ id }] = (await naming.named(as(ZHAO))) as [NamedItem];
    const acknowledge = (person: PersonKey) =>
      expected(
        200,
        as(person)
          .post('/api/v1/acknowledgements')
          .send({ items: [id] }),
      );
    expect(await acknowledge('cncert-liaison')).toMatchObject({ unknown: 1 });
    expect(await acknowledge(ZHAO)).toMatchObject({ acknowledged: 1 });
    const made = async (person: PersonKey) =>
      ((await as(person).get('/api/v1/acknowledgements?side=made')).body as { items: object[] }).items.length;
    expect([await made('cncert-liaison'), await made(ZHAO)]).toEqual([0, 1]);
  });
});
