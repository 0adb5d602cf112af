import { ORGANIZATIONS } from '../../src/cli/demo/cast';
import { everyone, type OrganizationKey } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Me {
  organization: { handle: string };
  agreements: { reference: string; statements: string[] }[];
  directions: { direction: string; counterpart: string; agreement: string; in_words: string }[];
  missing: { code: string; counterpart: string | null; agreement: string | null }[];
}

let sharing: Sharing;
beforeAll(async () => {
  sharing = await Sharing.start();
  await sharing.inForce('cncert', 'PK-CN-ME');
  await sharing.inForce('corvia', 'PK-XC-ME');
  await sharing.released('Between two', { audience: { include: ['cncert'] } });
});
afterAll(() => sharing.world.close());

/** Between whom each agreement is. */
const PARTIES: Record<string, OrganizationKey[]> = {
  'PK-CN-ME': ['pkcert', 'cncert'],
  'PK-XC-ME': ['pkcert', 'corvia'],
};
const known = everyone.filter(({ organization }) => organization !== 'public');

describe('GET /api/v1/me', () => {
  it.each(known)('tells nothing of agreements between others: $name', async (asker) => {
    const { body, text, status } = await asker.ask(sharing.world).get('/api/v1/me');
    expect(status).toBe(200);
    const me = body as Me;
    const own = Object.entries(PARTIES).filter(([, parties]) =>
      parties.some((one) => one === asker.organization),
    );
    expect(me.agreements.map(({ reference }) => reference)).toEqual(own.map(([reference]) => reference));
    const partners = own.flatMap(([, parties]) => parties.filter((one) => one !== asker.organization));
    expect(me.directions.map(({ counterpart }) => counterpart).sort()).toEqual(partners.sort());
    for (const [reference] of Object.entries(PARTIES).filter(([one]) => !own.some(([mine]) => mine === one)))
      expect(text).not.toContain(reference);
    for (const [handle, { name }] of Object.entries(ORGANIZATIONS)) {
      if (handle === asker.organization || partners.some((one) => one === handle)) continue;
      expect(text).not.toContain(name);
    }
  });

  it.each(known)('tells keys nothing of people, and nobody a secret: $name', async (asker) => {
    const { body, text } = await asker.ask(sharing.world).get('/api/v1/me');
    expect(text).not.toMatch(/secret|argon2|password/);
    const codes = (body as Me).missing.map(({ code }) => code);
    if (asker.person) return;
    expect(text).not.toContain(`@${asker.organization}.example`);
    for (const code of [
      'releaser-missing',
      'second-person-missing',
      'second-factor-missing',
      'api-key-missing',
    ])
      expect(codes).not.toContain(code);
  });

  it('tells a team the instant of its newest entry, and another team nothing of it', async () => {
    const of = async (team: OrganizationKey) =>
      (
        (await sharing.world.withKey(team).get('/api/v1/me')).body as {
          feed: { newest_entry_at: string | null };
        }
      ).feed.newest_entry_at;
    expect(await of('cncert')).toMatch(/^2026-/);
    expect([await of('corvia'), await of('dunmere'), await of('pkcert')]).toEqual([null, null, null]);
  });

  it('leaves out what an agreement of several lets go between the others', async () => {
    const parties = ['pkcert', 'cncert', 'corvia'] as const;
    const roles = ['signatory', 'operating_cert'];
    const grant = (from: string, to: string) => ({
      ...{ from, to, clause: 'Art. 9', categories: 'any', sectors: 'any', reach_back: 'none' },
      information_types: [{ type: 'indicator', tlp_ceiling: 'AMBER' }],
    });
    const body = {
      ...{ reference: 'PK-ALL-ME', title: 'Of three', kind: 'community_membership' },
      parties: parties.map((organization) => ({ organization, roles })),
      terms: { grants: [grant('pkcert', 'cncert'), grant('pkcert', 'corvia')] },
    };
    const pk = sharing.world.as('pkcert-liaison');
    await expected(201, pk.post('/api/v1/agreements').send(body));
    const path = '/api/v1/agreements/PK-ALL-ME/terms/1';
    await expected(201, pk.post(`${path}/submission`).send({}));
    for (const party of parties)
      await expected(201, sharing.world.as(`${party}-liaison`).post(`${path}/signatures`).send({}));
    await expected(201, pk.post(`${path}/entry-into-force`).send({}));
    await sharing.stop('corvia');
    sharing.world.clock.advance(1000);
    const { body: me, text } = await sharing.world.withKey('cncert').get('/api/v1/me');
    const { agreements, directions } = me as Me;
    expect(directions.filter(({ agreement }) => agreement === 'PK-ALL-ME')).toMatchObject([
      { direction: 'receive', counterpart: 'pkcert', paused: false },
    ]);
    expect(agreements.find(({ reference }) => reference === 'PK-ALL-ME')?.statements).not.toContain(
      'suspended',
    );
    expect(text.toLowerCase()).not.toContain('corvia');
    const other = (await sharing.world.withKey('corvia').get('/api/v1/me')).body as Me;
    expect(other.missing.map(({ code, agreement }) => `${code} ${agreement ?? ''}`)).toContain(
      'direction-paused PK-ALL-ME',
    );
  });
});
