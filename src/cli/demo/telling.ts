import type { Answer } from './http-client';
import { allDone, outcome, type Stage } from './stage';

/** What is said on the telephone all the same is recorded, judged and shown as what it is. */
export async function telling({ story, as, items }: Stage): Promise<void> {
  const [officer, auditor] = [as('pkcert-duty-officer'), as('pkcert-auditor')];
  const item = items.get('late')!;
  const say = (body: object) =>
    officer.post('/api/v1/tellings', { how: 'call', told_at: new Date().toISOString(), item, ...body });
  const judged = ({ status, json }: Answer) => {
    const { authorised, reasons = [] } = json as unknown as {
      authorised: boolean;
      reasons?: { rule: string }[];
    };
    return status === 201 && !authorised ? reasons.map(({ rule }) => rule).join(' ') : `status ${status}`;
  };
  let told = '';
  await story.step(
    'She tells CNCERT/CC of it on the telephone: recorded, and under nothing',
    'D-03',
    async () => {
      const answer = await say({ to: 'cncert', person_name: 'The colleague on duty' });
      told = `/api/v1/tellings/${(answer.json as { id?: string }).id}`;
      return judged(answer);
    },
  );
  await story.step('Corvia CERT may be told the same', 'done', async () =>
    outcome(await say({ to: 'corvia' })),
  );
  await story.step(
    'It stands out for PKCERT’s auditor, and who knows the item is listed',
    'told_unauthorised, 2',
    async () => {
      const { items: out } = (await auditor.get('/api/v1/exceptions')).json as unknown as {
        items: { kinds: string[] }[];
      };
      const known = (await auditor.get(`/api/v1/disclosures?item=${item}`)).json.items ?? [];
      return `${out.flatMap(({ kinds }) => kinds).join()}, ${known.length}`;
    },
  );
  await story.step('What was recorded is corrected beside it', 'done', () =>
    allDone(
      () =>
        officer.post(`${told}/corrections`, {
          text: 'The number was that of their hotline.',
          not_told: false,
        }),
      () => auditor.get(told),
      () => auditor.get('/api/v1/tellings'),
    ),
  );
}
