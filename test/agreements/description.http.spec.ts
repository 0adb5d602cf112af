import { GRANT_CLAUSES, TERMS_CLAUSES } from '../../src/agreements/rules/claused-terms';
import { startWorld, type World } from '../cast';
import { EVIDENCE, grant, Instrument, memorandum, terms } from './agreement-world';

describe('what the paper of an agreement is', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  describe('its description', () => {
    const described = {
      binding: 'non_binding',
      languages: ['en', 'ur', 'zh-Hans'],
      prevailing_language: 'en',
      registry_number: 'Invented register 12/2026',
      classification: 'AMBER',
    };

    it('is said with the draft or later; the latest counts, and each is on record for both sides', async () => {
      const instrument = await new Instrument(world, 'PK-DESC-1').draft({
        description: { binding: 'binding' },
      });
      expect((await instrument.read()).description).toMatchObject({
        binding: 'binding',
        described_by: 'moitt',
      });
      const said = await world
        .as('pkcert-liaison')
        .put('/api/v1/agreements/PK-DESC-1/description')
        .send(described);
      expect([said.status, said.body.description]).toMatchObject([
        200,
        { ...described, described_by: 'pkcert' },
      ]);
      const kept = await world.owner.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM agreement_description d JOIN agreement a ON a.id = d.agreement_id WHERE a.reference = 'PK-DESC-1'`,
      );
      expect(kept[0]!.n).toBe(2);
    });

    it('names a prevailing language among the authentic ones, each as languages are written', async () => {
      await new Instrument(world, 'PK-DESC-2').draft();
      const say = (body: object) =>
        world.as('pkcert-liaison').put('/api/v1/agreements/PK-DESC-2/description').send(body);
      for (const body of [
        { languages: ['en'], prevailing_language: 'ur' },
        { prevailing_language: 'en' },
        { languages: ['EN'] },
        { languages: ['en_US'] },
        { languages: [] },
        { languages: ['en', 'en'] },
        { classification: 'WHITE' },
        { binding: 'yes' },
      ])
        expect([body, (await say(body)).status]).toEqual([body, 422]);
      const draft = memorandum('PK-DESC-3', {
        description: { languages: ['en'], prevailing_language: 'ur' },
      });
      const { status, body } = await world.as('moitt-liaison').post('/api/v1/agreements').send(draft);
      expect([status, body.errors[0].field]).toEqual([422, 'description.prevailing_language']);
    });

    it('is for those who sign, operate, keep or drafted the agreement: an observer only reads it', async () => {
      await new Instrument(world, 'PK-DESC-4').draft({
        parties: [
          { organization: 'moitt', roles: ['signatory', 'approving_authority'] },
          { organization: 'pkcert', roles: ['operating_cert'] },
          { organization: 'cncert', roles: ['signatory', 'operating_cert'] },
          { organization: 'itu', roles: ['depositary'] },
          { organization: 'dunmere', roles: ['observer'] },
        ],
      });
      const say = (person: 'itu-liaison' | 'dunmere-liaison' | 'corvia-liaison') =>
        world.as(person).put('/api/v1/agreements/PK-DESC-4/description').send(described);
      expect((await say('itu-liaison')).status).toBe(200);
      expect((await say('dunmere-liaison')).status).toBe(403);
      const absent = await world
        .as('corvia-liaison')
        .put('/api/v1/agreements/PK-NONE/description')
        .send(described);
      const withheld = await say('corvia-liaison');
      expect([withheld.status, withheld.body.title]).toEqual([404, absent.body.title]);
    });
  });

  describe('its clauses', () => {
    const claused = terms({
      expires_at: '2029-01-01T00:00:00Z',
      clauses: { expires_at: 'Art. 12', corrections: 'Art. 13(2)' },
      other_clauses: [
        {
          number: 'Art. 9',
          language: 'en',
          heading: 'Joint committee',
          text: 'Meets once a year.',
          owner_role: 'signatory',
        },
        { number: 'Art. 10', heading: 'Costs', owner: 'moitt', binding: 'non_binding' },
      ],
      grants: [
        grant('pkcert', 'cncert', { clauses: { information_types: 'Art. 4(2)', reach_back: 'Art. 5' } }),
        grant('cncert', 'pkcert'),
      ],
    });

    it('stand in the terms beside what is enforced, and in their hash', async () => {
      const instrument = await new Instrument(world, 'PK-CLAUSE-1').draft({ terms: claused });
      const [shown] = (await instrument.read()).terms;
      expect(shown.clauses).toEqual({ expires_at: 'Art. 12', corrections: 'Art. 13(2)' });
      expect(shown.other_clauses.map(({ number }: { number: string }) => number)).toEqual([
        'Art. 10',
        'Art. 9',
      ]);
      expect(shown.grants.map(({ clauses }: { clauses?: object }) => clauses)).toEqual([
        undefined,
        { information_types: 'Art. 4(2)', reach_back: 'Art. 5' },
      ]);
      const canonical = await world
        .as('pkcert-liaison')
        .get('/api/v1/agreements/PK-CLAUSE-1/terms/1/canonical');
      expect([canonical.status, canonical.body.canonical_sha256]).toEqual([200, shown.canonical_sha256]);
      expect(canonical.body.content.other_clauses[1]).toMatchObject({
        heading: 'Joint committee',
        owner_role: 'signatory',
      });
    });

    it('are named for every term there is', async () => {
      const named = (all: readonly string[]) => Object.fromEntries(all.map((term) => [term, `For ${term}`]));
      const instrument = await new Instrument(world, 'PK-CLAUSE-4').draft({
        terms: terms({
          clauses: named(TERMS_CLAUSES),
          grants: [grant('pkcert', 'cncert', { clauses: named(GRANT_CLAUSES) })],
        }),
      });
      const [shown] = (await instrument.read()).terms;
      expect([shown.clauses, shown.grants[0].clauses]).toEqual([named(TERMS_CLAUSES), named(GRANT_CLAUSES)]);
    });

    it('that are not named leave the hash of terms as it was', async () => {
      const instrument = await new Instrument(world, 'PK-CLAUSE-2').draft();
      const canonical = await world
        .as('pkcert-liaison')
        .get('/api/v1/agreements/PK-CLAUSE-2/terms/1/canonical');
      expect(JSON.stringify(canonical.body.content)).not.toMatch(/clauses/);
      expect((await instrument.read()).terms[0]).not.toHaveProperty('clauses');
    });

    it.each([
      [
        'a term that there is not',
        { grants: [grant('pkcert', 'cncert', { clauses: { colour: 'Art. 1' } })] },
      ],
      ['no clause', { clauses: { corrections: ' ' } }],
      ['nothing', { clauses: {} }],
      ['a list', { clauses: ['Art. 1'] }],
      ['an owner that is no party', { other_clauses: [{ number: '1', heading: 'x', owner: 'corvia' }] }],
      [
        'two owners',
        { other_clauses: [{ number: '1', heading: 'x', owner: 'moitt', owner_role: 'observer' }] },
      ],
      [
        'one number twice',
        {
          other_clauses: [
            { number: '1', heading: 'x' },
            { number: '1', heading: 'y' },
          ],
        },
      ],
      ['a heading without words', { other_clauses: [{ number: '1', heading: ' ' }] }],
    ])('are refused with %s', async (_, change) => {
      const draft = memorandum('PK-CLAUSE-3', { terms: terms(change) });
      expect((await world.as('moitt-liaison').post('/api/v1/agreements').send(draft)).status).toBe(422);
    });
  });

  it('names who signed, where it is said', async () => {
    const instrument = await new Instrument(world, 'PK-SIGN-1').draft();
    await instrument.done('pkcert-liaison', 'terms/1/submission');
    const body = await instrument.done('moitt-liaison', 'terms/1/signatures', {
      signed_by: 'An invented minister',
      evidence_sha256: EVIDENCE,
    });
    const signed = (body.facts as { kind: string; signed_by: string | null }[]).find(
      ({ kind }) => kind === 'signed',
    );
    expect(signed!.signed_by).toBe('An invented minister');
    const approval = await instrument.post('moitt-liaison', 'terms/1/approvals', { signed_by: 'Nobody' });
    expect(approval.status).toBe(422);
  });
});
