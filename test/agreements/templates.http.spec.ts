import { draftOf, endOf, type Template, TEMPLATES, termsOf } from '../../src/agreements/templates';
import {
  type OrganizationKey,
  everyone,
  expectedRefusal,
  type PersonKey,
  startWorld,
  type World,
} from '../cast';
import { Instrument } from './agreement-world';

const PATH = '/api/v1/agreement-templates';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** With whom each is drafted, and who signs for both. */
const DRAFTED: Record<string, { with: OrganizationKey; by: PersonKey; own: PersonKey; other: PersonKey }> = {
  'first-memorandum': pkWith('corvia', 'corvia-liaison'),
  'community-membership': pkWith('dunmere', 'dunmere-liaison'),
  'close-partnership': pkWith('cncert', 'cncert-liaison'),
  'capacity-agreement': { with: 'itu', by: 'moitt-liaison', own: 'moitt-liaison', other: 'itu-liaison' },
};
function pkWith(other: OrganizationKey, signs: PersonKey) {
  return { with: other, by: 'pkcert-liaison', own: 'pkcert-liaison', other: signs } as const;
}

const between = (template: Template, reference: string) => {
  const { with: other, by } = DRAFTED[template.name]!;
  const own = by.slice(0, by.indexOf('-'));
  return draftOf(template, [own, other], { reference, title: template.title, at: world.clock.now() });
};

describe.each(everyone)('$name', (asker) => {
  it('reads the templates if she is a person with an account', async () => {
    const { status, body } = await asker.ask(world).get(PATH);
    expect(status).toBe(expectedRefusal(asker, ['person']) ?? 200);
    if (status !== 200) return;
    const names = (body as { items: { name: string }[] }).items.map(({ name }) => name);
    expect(names).toEqual(TEMPLATES.map(({ name }) => name));
  });
});

describe.each(TEMPLATES.map((template) => [template.name, template] as const))('%s', (name, template) => {
  const reference = `PK-${name.toUpperCase()}`;

  it('is drafted, signed and in force like any other, and grants what it says', async () => {
    const { by, own, other } = DRAFTED[name]!;
    const drafted = await world.as(by).post('/api/v1/agreements').send(between(template, reference));
    expect([drafted.status, drafted.text]).toEqual([201, expect.anything()]);
    const instrument = new Instrument(world, reference);
    await instrument.done(own, 'terms/1/submission');
    await instrument.done(own, 'terms/1/signatures');
    await instrument.done(other, 'terms/1/signatures');
    await instrument.done(own, 'terms/1/entry-into-force');
    const { state, terms } = (await instrument.read(own)) as {
      state: { in_force: boolean };
      terms: { grants: { from: string; to: string }[]; expires_at: string | null }[];
    };
    expect(state.in_force).toBe(true);
    const { grants, expires_at } = terms[0]!;
    expect(grants.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
      template.grant ? [`pkcert ${DRAFTED[name]!.with}`, `${DRAFTED[name]!.with} pkcert`].sort() : [],
    );
    for (const { from: _, to: __, ...grant } of grants)
      expect(grant).toMatchObject(sortedLists(template.grant!));
    const end = endOf(template, world.clock.now());
    expect(expires_at).toBe(end === null ? null : `${end}T00:00:00.000Z`);
  });

  it('lets nothing go by silence: every term is said', async () => {
    const { body } = await world.as('pkcert-liaison').get('/api/v1/agreements/PK-FIRST-MEMORANDUM');
    const said = (body as { terms: { grants: object[] }[] }).terms[0]!.grants[0]!;
    const words = Object.keys(said).filter((key) => !['from', 'to', 'in_words'].includes(key));
    if (template.grant) expect(Object.keys(template.grant).sort()).toEqual(words.sort());
  });

  it('never lets unpublished vulnerabilities, full names or personal data go', () => {
    const { grant } = template;
    expect(grant?.information_types.map(({ type }) => type) ?? []).not.toContain('vulnerability_unpublished');
    expect([grant?.victim_identity, grant?.personal_data]).not.toContain('full');
    expect(grant?.personal_data).not.toBe('full_with_basis');
    expect(grant?.reach_back ?? 'none').toBe('none');
  });
});

/** A grant as it is read: codes in their order. */
const sortedLists = (grant: object): object =>
  Object.fromEntries(
    Object.entries(grant).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value)
        ? (expect.arrayContaining(value) as unknown)
        : key === 'obligations'
          ? expect.anything()
          : value,
    ]),
  );

describe('terms of a template', () => {
  it('go from each team to each of the others', () => {
    const [first] = TEMPLATES;
    const { grants } = termsOf(first!, ['pkcert', 'cncert', 'corvia'], new Date('2026-02-28T12:00:00Z'));
    expect(new Set(grants.map(({ from, to }) => `${from} ${to}`)).size).toBe(6);
    expect(grants.every(({ from, to }) => from !== to)).toBe(true);
  });

  it.each([
    ['2026-02-28T23:59:59.999Z', '2029-02-28'],
    ['2028-02-29T00:00:00Z', '2031-03-01'],
  ])('end on a day: drafted %s, %s', (at, end) => {
    expect(endOf(TEMPLATES[0]!, new Date(at))).toBe(end);
  });
});
