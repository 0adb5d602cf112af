import { bringIntoForce, corviaTerms } from './agreements';
import { publishDraft, withheldBy } from './drafting';
import { outcome, pull, type Stage } from './stage';

const NATIONAL = 'pk:CERT categories 2024 (invented)#3';
const PEOPLE = ['pkcert-analyst', 'pkcert-releaser'] as const;
const [BOTH, PLAIN] = ['Phishing, classified at home too', 'Phishing, classified by RSIT alone'];

/** Terms may name categories of a national scheme, which stand beside those of RSIT (D-06). */
export async function nationalCategories(stage: Stage): Promise<void> {
  const { story, as } = stage;
  story.chapter('Terms name a category of a national scheme (D-06)');
  const { grants, ...terms } = corviaTerms(['threat_report'], 'none');
  const narrowed = {
    ...terms,
    grants: grants.map((one) => ({ ...one, categories: ['fraud/phishing', NATIONAL] })),
  };
  await story.step(
    'Corvia CERT’s terms come to ask for PKCERT’s own category of phishing',
    'done',
    async () => {
      const proposed = await as('pkcert-liaison').post('/api/v1/agreements/PK-XC-2026/terms', narrowed);
      if (outcome(proposed) !== 'done') return outcome(proposed);
      const inForce = await bringIntoForce(stage, 'PK-XC-2026', 4, 'pkcert-liaison', 'corvia-liaison');
      // What it admits no more is told as no longer shared.
      await pull(stage, 'corvia');
      return inForce;
    },
  );
  await story.step(
    'An advisory with both classifications is released, and arrives',
    `added ${BOTH}`,
    async () => {
      const published = await publishDraft(stage, BOTH, PEOPLE, { categories: ['fraud/phishing', NATIONAL] });
      return published === 'done' ? pull(stage, 'corvia') : published;
    },
  );
  await story.step('One without PKCERT’s own is unknown in that scheme, and does not', 'D-06', async () => {
    const published = await publishDraft(stage, PLAIN, PEOPLE, { categories: ['fraud/phishing'] });
    return published === 'done' ? withheldBy(stage, PLAIN, 'corvia') : published;
  });
}
