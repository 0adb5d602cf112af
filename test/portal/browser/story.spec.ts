import { type CastWorld, castWorld } from '../../description/played-world';
import { launchChromium } from './chromium';
import type { PersonKey } from '../../../src/cli/demo/cast';
import type { Browser } from 'playwright-core';
import { Faults } from './look';
import { type Manner, Person } from './person';
import { inBrowser } from './stage';

/** Each language, each size, with and without script. */
const FEW: readonly Manner[] = [
  { language: 'en', size: 'desk', script: true, keyboard: true },
  { language: 'ur', size: 'telephone', script: false },
  { language: 'zh', size: 'telephone', script: true },
];
/** With these, each language at each size and with and without script: BROWSER_TESTS=all. */
const MORE: readonly Manner[] = [
  { language: 'en', size: 'telephone', script: false },
  { language: 'ur', size: 'desk', script: true },
  { language: 'zh', size: 'desk', script: false },
];

const REFERENCE = 'PK-CN-2026';
const BOTH = ['signatory', 'operating_cert'];
const CASE = 'False bank page near the harbour';
const ADVISORY = 'Phishing wave seen at the harbour';

function story(manner: Manner): void {
  let world: CastWorld;
  let browser: Browser;
  const faults = new Faults();
  const people = new Map<PersonKey, Promise<Person>>();
  const as = (key: PersonKey): Promise<Person> => {
    let person = people.get(key);
    const secrets = [CASE, ADVISORY];
    if (!person)
      people.set(
        key,
        (person = Person.signedIn({ browser, url: world.url }, key, manner, { faults, secrets })),
      );
    return person;
  };
  beforeAll(async () => {
    world = await castWorld();
    browser = await launchChromium();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('a memorandum is drafted, and read as sentences before it is kept', async () => {
    const liaison = await as('pkcert-liaison');
    await liaison.goTo('frame.agreements');
    await liaison.follow('steps.draft');
    await liaison.fill('reference', REFERENCE);
    await liaison.fill('title', 'Memorandum on cooperation (invented)');
    for (const [row, handle] of ['pkcert', 'cncert'].entries()) {
      await liaison.fill(`party-${row}`, handle);
      for (const role of BOTH) await liaison.fill(`roles-${row}`, role);
    }
    const grant = 'terms.grants.0';
    for (const [name, value] of Object.entries({
      ...{ [`${grant}.from`]: 'pkcert', [`${grant}.to`]: 'cncert', [`${grant}.clause`]: 'Art. 4(1)' },
      [`${grant}.information_types.0.type`]: 'threat_report',
      [`${grant}.information_types.0.tlp_ceiling`]: 'AMBER',
      'terms.corrections': 'none',
    }))
      await liaison.fill(name, value);
    await liaison.press('termFields.addOpposite');
    await liaison.fill('terms.grants.1.clause', 'Art. 4(2)');
    await liaison.press('drafting.read');
    expect(await liaison.text()).toContain('Art. 4(1)');
    await liaison.press('steps.draft');
    expect(await liaison.text()).toContain(liaison.t('told.recorded'));
  });

  it('it is signed by both, and enters into force after it was shown whom it affects', async () => {
    const [liaison, partner] = [await as('pkcert-liaison'), await as('cncert-liaison')];
    const step = (name: 'submit' | 'sign' | 'enter_into_force') => `agreements.step_${name}` as const;
    await liaison.follow(step('submit'));
    await liaison.press('steps.act', { step: liaison.t(step('submit')) });
    await liaison.follow(step('sign'));
    await liaison.press('steps.act', { step: liaison.t(step('sign')) });
    await partner.goTo('frame.agreements');
    await partner.follow({ text: REFERENCE });
    await partner.follow(step('sign'));
    expect(await partner.text()).toContain(partner.t('steps.affectsIfForce'));
    await partner.press('steps.act', { step: partner.t(step('sign')) });
    await liaison.goTo('frame.agreements');
    await liaison.follow({ text: REFERENCE });
    await liaison.follow(step('enter_into_force'));
    await liaison.press('steps.show');
    expect(await liaison.text()).toContain(liaison.t('steps.affects'));
    await liaison.press('steps.act', { step: liaison.t(step('enter_into_force')) });
    expect(await liaison.text()).toContain(liaison.t('told.recorded'));
  });

  it('a report is filed with at most seven keystrokes beyond its words', async () => {
    const analyst = await as('banking-analyst');
    await analyst.goTo('frame.incidents');
    await analyst.tabTo('#content');
    await analyst.key('Enter');
    await analyst.tabTo('/portal/incidents/new');
    await analyst.onto(() => analyst.key('Enter'));
    await analyst.page.keyboard.type(CASE);
    await analyst.onto(() => analyst.key('Enter'));
    expect(await analyst.text()).toContain(CASE);
    expect(analyst.keys).toBeLessThanOrEqual(7);
  });

  it('its case is labelled, and an advisory drafted from it', async () => {
    const analyst = await as('pkcert-analyst');
    await analyst.goTo('frame.incidents');
    await analyst.follow({ text: CASE });
    await analyst.follow('incidents.openCase');
    await analyst.follow('cases.edit');
    await analyst.fill('handling.tlp', 'AMBER');
    await analyst.fill('handling.severity', 'medium');
    await analyst.fill('handling.categories', 'fraud/phishing');
    await analyst.fill('handling.sectors', 'banking');
    await analyst.press('frame.save');
    expect(await analyst.banner()).toBe('TLP:AMBER');
    await analyst.follow('advisories.draftNew');
    await analyst.fill('title', ADVISORY);
    await analyst.fill('summary', 'Banks see false pages (invented).');
    await analyst.fill('handling.information_type', 'threat_report');
    await analyst.fill('handling.audience', 'partners');
    await analyst.press('advisories.saveDraft');
    expect([await analyst.banner(), await analyst.text()]).toEqual([
      'TLP:AMBER',
      expect.stringContaining(ADVISORY) as string,
    ]);
  });

  it('a releaser lets it go in at most four steps, after she was shown who gets it', async () => {
    const releaser = await as('pkcert-releaser');
    await releaser.goTo('frame.advisories');
    await releaser.follow('advisories.release');
    expect(await releaser.text()).toMatch(/cncert[^]*PK-CN-2026/);
    await releaser.press('advisories.releaseNow');
    expect(await releaser.text()).toContain(releaser.t('told.released'));
    expect(releaser.steps).toBeLessThanOrEqual(4);
  });

  it('the partner reads it with its label; an outsider finds nothing, not even by its address', async () => {
    const [partner, outsider] = [await as('cncert-liaison'), await as('dunmere-liaison')];
    await partner.goTo('frame.advisories');
    await partner.follow({ text: ADVISORY });
    expect([await partner.banner(), await partner.text()]).toEqual([
      'TLP:AMBER',
      expect.stringContaining('Banks see false pages') as string,
    ]);
    await outsider.goTo('frame.advisories');
    expect(await outsider.text()).not.toContain(ADVISORY);
    const before = faults.found.length;
    const answer = await outsider.page.goto(partner.page.url());
    // The browser itself says of what is not there that it is not there.
    faults.found.splice(before);
    expect(answer?.status()).toBe(404);
    expect(await outsider.page.content()).not.toContain(ADVISORY);
  });

  it('why a team may see it is answered in at most three steps, and ends in the clause', async () => {
    const liaison = await as('pkcert-liaison');
    liaison.steps = 0;
    await liaison.goTo('frame.why');
    await liaison.fill('item', 'harbour');
    await liaison.fill('team', 'cncert');
    await liaison.press('why.ask');
    await liaison.follow({ text: ADVISORY });
    expect(await liaison.text()).toMatch(/Art\. 4\(1\)/);
    expect(await liaison.text()).toContain(liaison.t('why.yes'));
    expect(liaison.steps).toBeLessThanOrEqual(3);
  });

  it('the duty officer stops it with a sentence of reason, and the partner has it no longer', async () => {
    const [officer, partner] = [await as('pkcert-duty-officer'), await as('cncert-liaison')];
    await officer.goTo('frame.callAndStop');
    await officer.follow('callAndStop.stop');
    await officer.fill('reason', 'A mailbox over there was broken into (invented).');
    await officer.press('callAndStop.stopNow');
    expect(await officer.text()).toContain(officer.t('callAndStop.stoppedSince'));
    await partner.goTo('frame.advisories');
    expect(await partner.text()).not.toContain(ADVISORY);
  });

  it('an auditor follows what became of it', async () => {
    const [auditor, releaser] = [await as('pkcert-auditor'), await as('pkcert-releaser')];
    const item = /advisories\/([\w-]+)/.exec(releaser.page.url())![1]!;
    await auditor.goTo('frame.record');
    await auditor.fill('item', item);
    await auditor.press('record.show');
    const life = await auditor.text();
    for (const kind of ['released', 'disclosure'] as const)
      expect(life).toContain(auditor.t(`entries.${kind}`));
  });

  it('no page kept anything, told titles, broke its policy, asked another host or was wider than its window', () => {
    expect(faults.found).toEqual([]);
  });
}

for (const manner of process.env.BROWSER_TESTS === 'all' ? [...FEW, ...MORE] : FEW) {
  const { language, size, script, keyboard } = manner;
  inBrowser(
    `the story of its people in ${language}, ${size}, ${script ? 'with' : 'without'} script${keyboard ? ', by keyboard' : ''}`,
    () => story(manner),
  );
}
