import { TEMPLATES, termsOf } from '../../../src/agreements/templates';
import { startWorld, type World } from '../../cast';
import { browse, seenIn } from '../browse';

const PATH = '/portal/agreements/draft';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const as = (language: 'en' | 'ur' | 'zh' = 'en') => browse(world, 'pkcert-liaison', { language });
/** The text that stands in the field of terms. */
const typed = (text: string): unknown =>
  JSON.parse((/<textarea[^>]*>([^<]*)</.exec(text)?.[1] ?? '').replaceAll('&quot;', '"'));
const parties = { 'party-0': 'pkcert', 'party-1': 'cncert' };

describe('drafting with a template', () => {
  it.each(['en', 'ur', 'zh'] as const)('offers each of them by a name of its own: %s', async (language) => {
    const { status, text } = await (await as(language)).get(PATH);
    const names = TEMPLATES.map(
      ({ name }) => new RegExp(`<option value="${name}"[^>]*>([^<]+)<`).exec(text)?.[1],
    );
    expect([status, new Set(names).size, names.includes(undefined)]).toEqual([200, TEMPLATES.length, false]);
    if (language !== 'en') for (const { title } of TEMPLATES) expect(names).not.toContain(title);
  });

  it.each(TEMPLATES.map((one) => [one.name, one] as const))(
    'fills the terms for the chosen parties, and keeps what else was typed: %s',
    async (name, template) => {
      const { status, text } = await (
        await as()
      ).post(PATH, { ...parties, title: 'Ours', template: name, fill: 'yes' });
      expect([status, typed(text)]).toEqual([
        200,
        termsOf(template, ['pkcert', 'cncert'], world.clock.now()),
      ]);
      expect(text).toContain('value="Ours"');
      expect(text).toMatch(new RegExp(`<option value="${template.kind}" selected`));
      expect(text).not.toContain('role="alert"');
    },
  );

  it('gives parties without a role those of the template, and lets others be parties that exchange nothing', async () => {
    const { text } = await (
      await as()
    ).post(PATH, {
      ...parties,
      'party-2': 'moitt',
      'roles-2': 'approving_authority',
      template: 'first-memorandum',
      fill: 'yes',
    });
    const { grants } = typed(text) as { grants: { from: string; to: string }[] };
    expect(grants.map(({ from, to }) => `${from} ${to}`)).toEqual(['pkcert cncert', 'cncert pkcert']);
    const ticked = [...text.matchAll(/name="(roles-\d)" value="(\w+)" checked/g)].map(
      ([, row, role]) => `${row} ${role}`,
    );
    expect(ticked).toEqual([
      'roles-0 signatory',
      'roles-0 operating_cert',
      'roles-1 signatory',
      'roles-1 operating_cert',
      'roles-2 approving_authority',
    ]);
  });

  it('says so where sides are missing, and keeps nothing', async () => {
    const { status, text } = await (
      await as()
    ).post(PATH, { 'party-0': 'pkcert', template: 'first-memorandum', fill: 'yes' });
    expect([status, text]).toEqual([200, expect.stringContaining('Choose at least two parties')]);
    expect((await world.as('pkcert-liaison').get('/api/v1/agreements')).body).toMatchObject({ items: [] });
  });

  it('leads to a draft that is read as sentences and then kept', async () => {
    const browser = await as();
    const { text } = await browser.post(PATH, { ...parties, template: 'close-partnership', fill: 'yes' });
    const form = {
      ...parties,
      'roles-0': ['signatory', 'operating_cert'],
      'roles-1': ['signatory', 'operating_cert'],
      reference: 'PK-CN-FILLED',
      title: 'Of a template',
      kind: 'mou',
      template: 'close-partnership',
      terms: JSON.stringify(typed(text)),
    };
    const read = await browser.post(PATH, form);
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('name="seen"')]);
    expect(await browser.post(PATH, { ...form, seen: seenIn(read.text) })).toMatchObject({ status: 303 });
    const { body } = await world.as('pkcert-liaison').get('/api/v1/agreements/PK-CN-FILLED');
    expect(body).toMatchObject({ title: 'Of a template', terms: [{ number: 1, grants: [{}, {}] }] });
  });

  it('reads first when Enter is pressed in a field: the first button neither fills nor keeps', async () => {
    const { text } = await (await as()).get(PATH);
    const [first] = /<button[^>]*>/.exec(text.slice(text.indexOf('action="/portal/agreements/draft"'))) ?? [];
    expect(first).not.toContain('name=');
  });
});
