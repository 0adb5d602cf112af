import type { PersonKey } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Missing {
  code: string;
  affects: string;
  sentence: string;
  next: string;
  agreement: string | null;
  counterpart: string | null;
}
interface Me {
  organization: object;
  api_key: { prefix: string } | null;
  agreements: { reference: string; statements: string[]; in_force: boolean; next_steps: string[] }[];
  directions: {
    direction: string;
    counterpart: string;
    paused: boolean;
    pauses: object[];
    flowed: { versions: number; last_at: string | null };
    in_words: string;
  }[];
  feed: {
    newest_entry_at: string | null;
    last_pull: { at: string; api_key: object; person: string | null } | null;
  };
  missing: Missing[];
}

let sharing: Sharing;
beforeEach(async () => {
  sharing = await Sharing.start();
});
afterEach(() => sharing.world.close());

const as = async (person: PersonKey) =>
  (await expected(200, sharing.world.as(person).get('/api/v1/me'))) as Me;
const keyOf = async (team: 'cncert' | 'pkcert' | 'moitt') =>
  (await expected(200, sharing.world.withKey(team).get('/api/v1/me'))) as Me;
const codes = ({ missing }: Me) => missing.map(({ code }) => code);
const lacking = ({ missing }: Me, code: string) => missing.find((one) => one.code === code);

describe('what a team may receive', () => {
  it('is told direction by direction, in codes and in words', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME', {
      sectors: ['banking', 'energy'],
      severity: { least: 'medium' },
      nexus: 'either',
      pap_ceiling: 'AMBER',
      channels: ['voice', 'rest'],
    });
    const { directions } = await keyOf('cncert');
    expect(directions).toEqual([
      {
        direction: 'receive',
        counterpart: 'pkcert',
        counterpart_name: 'PKCERT (demonstration)',
        agreement: 'PK-CN-ME',
        terms_version: 1,
        clause: 'Art. 1',
        information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
        categories: 'any',
        sectors: ['banking', 'energy'],
        severity: { least: 'medium' },
        nexus: 'either',
        pap_ceiling: 'AMBER',
        channels: ['rest', 'voice'],
        ...{ victim_identity: 'omit', source_attribution: 'must_not', personal_data: 'none' },
        ...{ third_party_content: 'with_consent', product_types: 'any', default_label: 'none' },
        need: 'push',
        amber_reach: 'own_organisation',
        reach_back: 'none',
        encryption_in_transit: 'may',
        obligations: [],
        until: null,
        paused: false,
        pauses: [],
        flowed: { versions: 0, at_least: false, since: expect.any(String) as string, last_at: null },
        in_words:
          'Under Art. 1 of PK-CN-ME your team receives from PKCERT (demonstration): threat reports up to TLP:GREEN. Of any category. Only if every sector of it is one of: banking, energy. Of severity medium or above. Only if it affects the country of either side. Up to PAP:AMBER. Only by the web API, voice. Released since these terms are in force. No end is set.',
      },
    ]);
    expect((await keyOf('pkcert')).directions).toMatchObject([
      { direction: 'give', counterpart: 'cncert', agreement: 'PK-CN-ME' },
    ]);
  });

  it('is paused while the other side stops it, and says whom to ask', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME');
    const pause = await sharing.stop('cncert');
    const stopped = await keyOf('cncert');
    expect(stopped.directions).toMatchObject([{ paused: true, pauses: [{ kind: 'stop', until: null }] }]);
    expect(stopped.directions[0]?.in_words).toMatch(/Stopped since 2026-.*: nothing comes through now\.$/);
    expect(lacking(stopped, 'direction-paused')).toMatchObject({
      agreement: 'PK-CN-ME',
      counterpart: 'pkcert',
    });
    expect(JSON.stringify(stopped)).not.toContain('Of a test.');
    // It is the giver's own doing.
    expect(codes(await keyOf('pkcert'))).not.toContain('direction-paused');
    await sharing.resume(pause);
    sharing.world.clock.advance(1000);
    const resumed = await keyOf('cncert');
    expect([resumed.directions[0]?.paused, codes(resumed).includes('direction-paused')]).toEqual([
      false,
      false,
    ]);
  });

  it('is nothing before the agreement is in force and after it has ended, and that is missing', async () => {
    await sharing.unsigned('cncert', 'PK-CN-ME');
    const before = await as('cncert-liaison');
    expect(before.agreements).toMatchObject([
      { reference: 'PK-CN-ME', in_force: false, next_steps: expect.arrayContaining(['sign']) as string[] },
    ]);
    expect([before.directions, codes(before).includes('agreement-not-in-force')]).toEqual([[], true]);
    const path = '/api/v1/agreements/PK-CN-ME/terms/1';
    await expected(201, sharing.world.as('cncert-liaison').post(`${path}/signatures`).send({}));
    await expected(201, sharing.world.as('pkcert-liaison').post(`${path}/entry-into-force`).send({}));
    expect(codes(await as('cncert-liaison'))).not.toContain('agreement-not-in-force');
    await sharing.end('PK-CN-ME');
    sharing.world.clock.advance(1000);
    const after = await keyOf('cncert');
    expect(after.agreements).toMatchObject([{ reference: 'PK-CN-ME', ended: true, in_force: false }]);
    expect([after.directions, codes(after).includes('agreement-not-in-force')]).toEqual([[], true]);
  });

  it('ends soon from sixty days before the terms expire', async () => {
    const at = sharing.world.clock.now().getTime();
    const expires_at = new Date(at + 61 * 86_400_000).toISOString();
    await sharing.inForce('cncert', 'PK-CN-ME', {}, { expires_at });
    expect(codes(await keyOf('cncert'))).not.toContain('agreement-ends-soon');
    sharing.world.clock.advance(86_400_000);
    const found = lacking(await keyOf('cncert'), 'agreement-ends-soon');
    expect(found).toMatchObject({ agreement: 'PK-CN-ME', affects: 'receiving' });
    expect(found?.sentence).toContain(expires_at);
  });
});

describe('the feed as its team sees it', () => {
  it('names the newest entry and the last pull that carried items, by which key', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME');
    expect((await keyOf('cncert')).feed).toEqual({ newest_entry_at: null, last_pull: null });
    await sharing.released('One');
    const waiting = await keyOf('cncert');
    expect(waiting.feed).toEqual({
      newest_entry_at: expect.stringMatching(/^2026-/) as string,
      last_pull: null,
    });
    await sharing.pull('cncert');
    const { prefix } = (await keyOf('cncert')).api_key!;
    const pulled = (await as('cncert-liaison')).feed.last_pull;
    const api_key = { name: 'Systems of cncert', prefix };
    expect(pulled).toEqual({ at: expect.any(String) as string, route: 'feed', api_key, person: null });
  });

  it('hides the newest entry while its direction is stopped', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME');
    await sharing.released('One');
    const told = (await keyOf('cncert')).feed.newest_entry_at;
    await sharing.released('Two');
    await sharing.stop('cncert');
    sharing.world.clock.advance(1000);
    // The notice of the stop is what there is to tell now; of items, nothing.
    const { items } = (await sharing.world.withKey('cncert').get('/api/v1/feed')).body as {
      items: { event: string; at: string }[];
    };
    expect(items.map(({ event }) => event)).toEqual(['notice']);
    const after = (await keyOf('cncert')).feed.newest_entry_at;
    expect([after, after === told]).toEqual([items[0]?.at, false]);
  });

  it('discloses nothing by being asked for', async () => {
    await sharing.inForce('cncert', 'PK-CN-ME');
    await sharing.released('One');
    await keyOf('cncert');
    const [{ count }] = await sharing.world.owner.query<[{ count: string }]>(
      "SELECT count(*) FROM disclosure WHERE basis = 'grant'",
    );
    expect(count).toBe('0');
  });
});

describe('what is missing', () => {
  it('names for each member what to do next', async () => {
    for (const { code, sentence, next } of (await as('cncert-administrator')).missing)
      expect([code, sentence.length > 20, next.length > 20, /[{}]/.test(sentence + next)]).toEqual([
        code,
        true,
        true,
        false,
      ]);
  });

  it('is a releaser, a second person, a namespace and a verified contact', async () => {
    expect(codes(await as('cncert-administrator'))).toEqual([
      'second-factor-missing',
      'agreement-not-in-force',
      'contact-not-verified',
      'releaser-missing',
    ]);
    // A constituent is no side of agreements: what is passed on to it comes without one.
    expect(codes(await as('banking-analyst'))).toEqual([
      'contact-not-verified',
      'releaser-missing',
      'namespace-missing',
    ]);
    expect((await as('banking-analyst')).organization).toMatchObject({ parent: 'pkcert' });
    expect(codes(await as('pkcert-analyst'))).toEqual(['agreement-not-in-force', 'contact-not-verified']);
    // A ministry exchanges nothing itself.
    expect(codes(await as('moitt-liaison'))).toEqual(['second-factor-missing', 'contact-not-verified']);
  });

  it('is a second person where the one releaser is the one analyst', async () => {
    const person = { email: 'both@dunmere.example', name: 'Both (invented)', roles: ['analyst', 'releaser'] };
    const body = { ...person, password: 'an invented pass phrase' };
    await expected(201, sharing.world.as('dunmere-administrator').post('/api/v1/accounts').send(body));
    expect(codes(await as('dunmere-administrator'))).toContain('second-person-missing');
  });

  it('is a key that lasts, told to the key itself and to people', async () => {
    sharing.world.clock.advance(365 * 86_400_000);
    expect(lacking(await keyOf('cncert'), 'api-key-expires-soon')?.sentence).toMatch(
      /^This API key ends at 2027-/,
    );
    expect(codes(await as('cncert-liaison'))).toContain('api-key-expires-soon');
    sharing.world.clock.advance(30 * 86_400_000);
    expect(codes(await as('cncert-liaison'))).toContain('api-key-missing');
  });

  it('is no verified contact until somebody verified one', async () => {
    const administrator = sharing.world.as('cncert-administrator');
    const path = '/api/v1/organizations/cncert/contacts';
    const contact = { role: 'duty', email: 'duty@cncert.example', languages: ['en'], emergency: true };
    const { id, version } = (await expected(201, administrator.post(path).send(contact))) as {
      id: string;
      version: number;
    };
    expect(codes(await keyOf('cncert'))).toContain('contact-not-verified');
    const verified = { version, method: 'email-reply' };
    await expected(
      201,
      sharing.world.as('cncert-liaison').post(`${path}/${id}/verifications`).send(verified),
    );
    const me = await keyOf('cncert');
    expect(codes(me)).not.toContain('contact-not-verified');
    expect(me.organization).toMatchObject({ contacts: { verified: 1, lapsed: 0, never: 0 }, profile: null });
  });
});
