import { type Annex, heldToAnnex, idAtCncert, itemsOf } from './children-world';
import { expected, type Sharing } from './sharing-world';

const TITLE = 'On banks';
const OTHER = 'On power plants';

let sharing: Sharing;
let annex: Annex;
heldToAnnex((begun) => ({ sharing, annex } = begun));

describe('what goes under an agreement with an annex', () => {
  const PARTS = [
    { kind: 'statement', title: 'Part 1', text: 'Who was hit.', tags: ['victim_identity'] },
    { kind: 'statement', title: 'Part 2', text: 'What to do.' },
  ];
  const texts = async () => {
    const body = (await expected(
      200,
      sharing.world.withKey('cncert').get(`/api/v1/advisories/${await idAtCncert(sharing, OTHER)}`),
    )) as { parts: { text: string }[] };
    return body.parts.map(({ text }) => text);
  };

  it('has its parts as the stricter of the two has them, from the entry into force to the end', async () => {
    const body = {
      title: OTHER,
      summary: 'Of a test.',
      parts: PARTS,
      handling: {
        ...{ tlp: 'GREEN', information_type: 'threat_report', categories: ['fraud/phishing'] },
        ...{ sectors: ['energy'], audience: { include: 'partners' } },
      },
    };
    const { id } = (await expected(
      201,
      sharing.world.as('pkcert-analyst').post('/api/v1/advisories').send(body),
    )) as { id: string };
    await expected(201, sharing.release(id));
    const first = await sharing.pull('cncert');
    expect(await texts()).toEqual(['Who was hit.', 'What to do.']);
    await (await annex.signed({ victim_identity: 'omit' })).enter();
    const reshaped = await sharing.pull('cncert', first.next);
    expect(itemsOf(reshaped.told)).toEqual([`updated ${OTHER}`]);
    expect(await texts()).toEqual(['What to do.']);
    await annex.end();
    expect(itemsOf((await sharing.pull('cncert', reshaped.next)).told)).toEqual([`updated ${OTHER}`]);
    expect(await texts()).toEqual(['Who was hit.', 'What to do.']);
  });

  it('cites the agreement and the annex, and obliges to the stricter', async () => {
    const id = await sharing.released(OTHER, { sectors: ['energy'] });
    const cited = { agreement: 'PK-CN-B', terms_version: 1, clause: 'Art. 1' };
    const beside = { agreement: 'PK-CN-B-A1', terms_version: 1, clause: 'Annex 1, 2' };
    await (await annex.signed({ obligations: { retention_days: 30, breach_notice_hours: 24 } })).enter();
    await sharing.pull('cncert');
    const explained = (await expected(
      200,
      sharing.world.as('pkcert-liaison').get('/api/v1/decisions/explain').query({ item: id, team: 'cncert' }),
    )) as {
      cited: object;
      instruments: object[];
      obligations: { term: string; value: number; clause: string }[];
    };
    expect(explained.cited).toMatchObject(cited);
    expect(explained.instruments).toEqual([beside]);
    expect(explained.obligations.map(({ term, value, clause }) => [term, value, clause])).toEqual([
      ['retention_days', 30, 'PK-CN-B-A1 Annex 1, 2'],
      ['breach_notice_hours', 24, 'PK-CN-B-A1 Annex 1, 2'],
    ]);
    const [row] = await sharing.world.owner.query<{ clause: string; decision: { instruments: object[] } }[]>(
      'SELECT clause, decision FROM disclosure_grounds',
    );
    expect(row).toMatchObject({ clause: 'Art. 1', decision: { instruments: [beside] } });
  });
});

describe('an owner who asks', () => {
  interface Explained {
    released: boolean;
    bases: { basis: string; verdicts: { rule: string; verdict: string; compared: object }[] }[];
  }
  const asked = async (path: string, query: object) =>
    (await expected(
      200,
      sharing.world.as('pkcert-liaison').get(`/api/v1/decisions/${path}`).query(query),
    )) as Explained;
  const verdict = ({ bases }: Explained) =>
    bases.find(({ basis }) => basis === 'grant')!.verdicts.find(({ rule }) => rule === 'D-23');

  it('is told that the annex withholds, and by which rule; and how it stood before', async () => {
    const id = await sharing.released(TITLE);
    sharing.world.clock.advance(60_000);
    const before = sharing.world.clock.now().toISOString();
    await annex.signed();
    sharing.world.clock.advance(60_000);
    await annex.enter();
    sharing.world.clock.advance(60_000);
    const now = await asked('explain', { item: id, team: 'cncert' });
    expect(now.released).toBe(false);
    expect(verdict(now)).toMatchObject({
      verdict: 'forbids',
      compared: {
        instruments: [{ agreement: 'PK-CN-B-A1', terms_version: 1, clause: 'Annex 1, 2' }],
        refused_by: 'D-07',
      },
    });
    const then = await asked('replay', { item: id, team: 'cncert', at: before });
    expect([then.released, verdict(then)?.verdict]).toEqual([true, 'not-applicable']);
  });

  it('is told beforehand what a signature and the entry into force of an annex would take away', async () => {
    await sharing.released(TITLE);
    await sharing.released(OTHER, { sectors: ['energy'] });
    await annex.signed();
    const counts = async (query: object) =>
      (
        (await expected(
          200,
          sharing.world.as('pkcert-liaison').get('/api/v1/decisions/what-if').query(query),
        )) as { teams: { team: string; gains: number; loses: number }[] }
      ).teams.map(({ team, gains, loses }) => [team, gains, loses]);
    expect(await counts({ step: 'enter', agreement: 'PK-CN-B-A1', terms: 1 })).toEqual([['cncert', 0, 1]]);
    await annex.enter();
    sharing.world.clock.advance(1000);
    expect(await counts({ step: 'end', agreement: 'PK-CN-B-A1' })).toEqual([['cncert', 1, 0]]);
    expect(await counts({ step: 'suspend', agreement: 'PK-CN-B-A1' })).toEqual([['cncert', 0, 1]]);
    expect(await counts({ step: 'end', agreement: 'PK-CN-B' })).toEqual([['cncert', 0, 1]]);
  });
});
