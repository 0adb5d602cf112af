import { startWorld, type World } from '../cast';
import { grant, inForce, Instrument, memorandum, terms } from './agreement-world';
import { annex } from './below';
import { draftingIn, fieldsOf } from './drafting-below';
import { readersOf } from './readers';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await inForce(world, 'PK-TOP-1');
});
afterAll(() => world.close());

describe('an instrument that is drafted below another', () => {
  it('stands there, and each says so to whoever reads it', async () => {
    await new Instrument(world, 'PK-TOP-1-A1').draft(annex('PK-TOP-1'));
    const [above, below] = await Promise.all(
      ['PK-TOP-1', 'PK-TOP-1-A1'].map((reference) => new Instrument(world, reference).read()),
    );
    expect([above!.parent, below!.parent]).toEqual([null, 'PK-TOP-1']);
    expect(above!.children).toEqual([
      {
        reference: 'PK-TOP-1-A1',
        title: 'Implementing annex (invented)',
        kind: 'implementing_annex',
        statements: ['draft'],
        conflicts: false,
      },
    ]);
    expect([below!.children, below!.conflicts]).toEqual([[], []]);
  });

  it('fills in what it leaves out from what stands above it', async () => {
    await inForce(world, 'PK-TOP-2', {
      terms: terms({
        corrections: 'allowed',
        grants: [
          grant('pkcert', 'cncert', { channels: ['rest'], victim_identity: 'sector_only', need: 'both' }),
        ],
      }),
    });
    const filled = await new Instrument(world, 'PK-TOP-2-A1').draft(annex('PK-TOP-2'));
    const [{ grants, corrections }] = (await filled.read()).terms;
    expect(corrections).toBe('allowed');
    expect(grants[0]).toMatchObject({ channels: ['rest'], victim_identity: 'sector_only', need: 'both' });
  });

  it('is compared with what it stands below as part of its canonical terms', async () => {
    const path = '/api/v1/agreements/PK-TOP-1-A1/terms/1/canonical';
    const { body } = await world.as('pkcert-liaison').get(path);
    expect((body as { content: object }).content).toMatchObject({ parent: 'PK-TOP-1' });
    const top = await world.as('pkcert-liaison').get('/api/v1/agreements/PK-TOP-1/terms/1/canonical');
    expect((top.body as { content: object }).content).not.toHaveProperty('parent');
  });

  it('is read by its own parties and who drafted it, and by nobody else', async () => {
    const parties = memorandum('').parties.filter(({ organization }) => organization !== 'itu');
    await new Instrument(world, 'PK-TOP-1-A2').draft({ ...annex('PK-TOP-1'), parties });
    expect(await readersOf(world, 'PK-TOP-1-A2')).toEqual(['cncert', 'moitt', 'pkcert']);
    const observer = await new Instrument(world, 'PK-TOP-1').read('itu-liaison');
    const seen = (observer.children as { reference: string }[]).map(({ reference }) => reference);
    expect(seen).toEqual(['PK-TOP-1-A1']);
  });
});

describe('a draft is refused, and nothing is kept of it,', () => {
  it.each<[string, object, string]>([
    ['below nothing', { parent: undefined }, 'parent agreement/parent'],
    ['below what is not there', { parent: 'PK-ABSENT' }, 'parent agreement/parent'],
    ['of a kind that stands by itself', { kind: 'mou' }, 'parent agreement/parent'],
    ['below an instrument of its kind', { parent: 'PK-TOP-1-A1' }, 'parent agreement/parent'],
    [
      'with a party that what it stands below has not',
      {
        parties: [
          ...memorandum('').parties,
          { organization: 'corvia', roles: ['signatory', 'operating_cert'] },
        ],
      },
      'parties agreement/parties',
    ],
    [
      'with a party in another role',
      {
        parties: memorandum('').parties.map((party) =>
          party.organization === 'itu' ? { organization: 'itu', roles: ['approving_authority'] } : party,
        ),
      },
      'parties agreement/parties',
    ],
  ])('%s', async (_, change, fault) => {
    const { status, errors } = await draftingIn(world, 'PK-TOP-1-X', { ...annex('PK-TOP-1'), ...change });
    expect([status, ...fieldsOf(errors)]).toEqual([422, fault]);
    expect((await world.as('moitt-liaison').get('/api/v1/agreements/PK-TOP-1-X')).status).toBe(404);
  });

  it('below what the drafter does not read, like below what is not there', async () => {
    const parties = [
      { organization: 'corvia', roles: ['signatory', 'operating_cert'] },
      { organization: 'dunmere', roles: ['signatory', 'operating_cert'] },
    ];
    const body = (parent: string) => ({
      ...memorandum('XC-X'),
      ...annex(parent),
      parties,
      terms: { grants: [grant('corvia', 'dunmere')] },
    });
    const ask = async (parent: string) => {
      const { status, text } = await world.as('corvia-liaison').post('/api/v1/agreements').send(body(parent));
      return { status, text };
    };
    expect(await ask('PK-TOP-1')).toEqual(await ask('PK-ABSENT'));
  });

  it('where its terms are wider, with each term that is, and what is said above', async () => {
    const wide = annex(
      'PK-TOP-1',
      {},
      {
        information_types: [
          { type: 'threat_report', tlp_ceiling: 'RED' },
          { type: 'statistics', tlp_ceiling: 'CLEAR' },
        ],
        categories: 'any',
        victim_identity: 'full',
        obligations: { retention_days: 30 },
      },
    );
    const { status, code, errors } = await draftingIn(world, 'PK-TOP-1-W', wide);
    expect([status, code]).toEqual([422, 'terms/wider-than-parent']);
    expect(fieldsOf(errors)).toEqual([
      'terms.grants.0.information_types terms/wider-than-parent',
      'terms.grants.0.categories terms/wider-than-parent',
      'terms.grants.0.victim_identity terms/wider-than-parent',
      'terms.grants.0.information_types terms/wider-than-parent',
    ]);
    expect(errors[2]!.message).toBe(
      'is wider than PK-TOP-1, terms version 1, which says: victims are left out',
    );
    expect((await world.as('moitt-liaison').get('/api/v1/agreements/PK-TOP-1-W')).status).toBe(404);
  });

  it('with a direction that is not granted above', async () => {
    await inForce(world, 'PK-TOP-3', { terms: terms({ grants: [grant('pkcert', 'cncert')] }) });
    const back = annex('PK-TOP-3', { terms: { grants: [grant('cncert', 'pkcert')] } });
    const { code, errors } = await draftingIn(world, 'PK-TOP-3-W', back);
    expect([code, ...fieldsOf(errors)]).toEqual([
      'terms/wider-than-parent',
      'terms.grants.0 terms/wider-than-parent',
    ]);
  });

  it('where it says what it leaves to what stands above it', async () => {
    const said = annex('PK-TOP-1', {}, { channels: ['rest'], reach_back: 'all' });
    const { status, code, errors } = await draftingIn(world, 'PK-TOP-1-W', said);
    expect([status, code]).toEqual([422, 'terms/left-to-parent']);
    expect(fieldsOf(errors)).toEqual([
      'terms.grants.0.channels terms/left-to-parent',
      'terms.grants.0.reach_back terms/left-to-parent',
    ]);
  });

  it('below terms that are not signed yet', async () => {
    await new Instrument(world, 'PK-TOP-4').draft();
    const { status, errors } = await draftingIn(world, 'PK-TOP-4-A', annex('PK-TOP-4'));
    expect([status, ...fieldsOf(errors)]).toEqual([422, 'parent agreement/parent']);
  });
});
