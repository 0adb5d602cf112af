import type { PersonKey } from '../../src/cli/demo/cast';
import { expected, type Sharing } from '../disclosure/sharing-world';
import { both, grant, Successions } from './succession-world';

describe('an agreement in place of an earlier one, and those who are party to one of both', () => {
  let sharing: Sharing;
  let successions: Successions;
  beforeAll(async () => {
    successions = await Successions.start();
    ({ sharing } = successions);
  });
  afterAll(() => sharing.world.close());

  const read: Successions['read'] = (...asked) => successions.read(...asked);
  const successor: Successions['successor'] = (...drafted) => successions.successor(...drafted);

  it('is asked about before it enters: what is lost with the former counts as what is gained', async () => {
    const information_types = [{ type: 'indicator', tlp_ceiling: 'GREEN' }];
    await sharing.inForce('dunmere', 'PK-WHAT-1', { information_types });
    await sharing.released('Only under the former', { information_type: 'indicator' });
    const ask = async (reference: string) => {
      const query = { step: 'enter', agreement: reference, terms: 1 };
      const answer = sharing.world.as('pkcert-liaison').get('/api/v1/decisions/what-if').query(query);
      const { teams } = (await expected(200, answer)) as { teams: Record<string, number | string>[] };
      return teams.map(({ team, gains, loses }) => ({ team, gains, loses }));
    };
    const narrow = { categories: ['fraud/phishing'], reach_back: 'none' };
    await successor('PK-WHAT-2', { agreement: 'PK-WHAT-1' }, 'dunmere', narrow);
    await successor('PK-WHAT-3', { agreement: 'PK-WHAT-1', former: 'runs_out' }, 'dunmere', narrow);
    expect(await ask('PK-WHAT-2')).toEqual([{ team: 'dunmere', gains: 0, loses: 1 }]);
    expect(await ask('PK-WHAT-3')).toEqual([{ team: 'dunmere', gains: 0, loses: 0 }]);
  });

  it('supersedes what who drafts it reads, and what fits it; an agreement of others is as if there were none', async () => {
    await sharing.inForce('cncert', 'PK-VOID-1');
    await sharing.inForce('corvia', 'PK-SEAM-1');
    const enter = await successor('PK-SEAM-2', { agreement: 'PK-SEAM-1' }, 'corvia', {});
    await expected(201, sharing.world.as('corvia-liaison').post(enter).send({}));
    sharing.world.clock.advance(1000);
    const draft = (person: PersonKey, reference: string, parties: string[], supersedes: object) =>
      sharing.world
        .as(person)
        .post('/api/v1/agreements')
        .send({
          ...{ reference, title: 'Draft', kind: 'mou', supersedes },
          parties: parties.map((organization) => ({ organization, roles: both })),
          terms: { grants: [grant(parties[0]!, parties[1]!)] },
        });
    const withheld = await draft('dunmere-liaison', 'XD-1', ['dunmere', 'corvia'], {
      agreement: 'PK-VOID-1',
    });
    const absent = await draft('dunmere-liaison', 'XD-1', ['dunmere', 'corvia'], { agreement: 'PK-NEVER-1' });
    expect([withheld.status, withheld.text]).toEqual([422, absent.text]);
    const left = await draft('pkcert-liaison', 'PK-LEFT-1', ['pkcert', 'corvia'], { agreement: 'PK-VOID-1' });
    expect([left.status, left.text]).toEqual([422, expect.stringContaining('cncert')]);
    const twice = await draft('pkcert-liaison', 'PK-TWICE-1', ['pkcert', 'corvia'], {
      agreement: 'PK-SEAM-1',
    });
    expect(twice.status).toBe(422);
    const odd = await draft('pkcert-liaison', 'PK-ODD-1', ['pkcert', 'cncert'], {
      agreement: 'PK-VOID-1',
      former: 'x',
    });
    expect(odd.status).toBe(422);
  });

  it('tells who is party to one of both nothing of the other', async () => {
    await sharing.inForce('dunmere', 'PK-ONE-1');
    const pk = sharing.world.as('pkcert-liaison');
    const parties = ['pkcert', 'dunmere', 'corvia'].map((organization) => ({ organization, roles: both }));
    await expected(
      201,
      pk.post('/api/v1/agreements').send({
        ...{
          reference: 'PK-ONE-2',
          title: 'Of three',
          kind: 'mou',
          parties,
          supersedes: { agreement: 'PK-ONE-1' },
        },
        terms: { grants: [grant('pkcert', 'dunmere'), grant('pkcert', 'corvia')] },
      }),
    );
    const seen = await read('corvia-liaison', 'PK-ONE-2');
    expect(seen.supersedes).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('PK-ONE-1');
    expect((await read('dunmere-liaison', 'PK-ONE-2')).supersedes?.agreement).toBe('PK-ONE-1');
    const logs = await sharing.world.owner.query<{ payload: Buffer }[]>(
      `SELECT p.payload FROM record_payload p JOIN record_entry e ON e.id = p.entry_id JOIN record_log l ON l.id = e.log_id
       JOIN organization o ON o.handle = 'corvia' AND o.id IN (l.party_a, l.party_b)`,
    );
    expect(logs.map(({ payload }) => payload.toString()).join()).not.toContain('PK-ONE-1');
    const path = '/api/v1/agreements/PK-ONE-2/terms/1';
    await expected(201, pk.post(`${path}/submission`).send({}));
    for (const person of ['pkcert-liaison', 'dunmere-liaison', 'corvia-liaison'] as const)
      await expected(201, sharing.world.as(person).post(`${path}/signatures`).send({}));
    // Corvia, who knows nothing of the former, may record the entry; it ends the former for the other two.
    await expected(201, sharing.world.as('corvia-liaison').post(`${path}/entry-into-force`).send({}));
    expect((await read('dunmere-liaison', 'PK-ONE-1')).state.superseded).toBe(true);
  });
});
