import { outcome, pull, type Stage } from './stage';

const OBLIGATIONS = '/api/v1/obligations';
const NOTICES = '/api/v1/obligation-notices';

/** After the pulls: what CNCERT owes for what it received, how pulling on acknowledged it, and a certificate. */
export async function obligations(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const [debtor, creditor] = [as('cncert-liaison'), as('pkcert-liaison')];
  /** Sets with their states, whose they are and how they were met, as words. */
  const register = async (reader: typeof debtor, query: string): Promise<string> => {
    const { json } = await reader.get(`${OBLIGATIONS}?${query}`);
    const items = (json.items ?? []) as unknown as { kind: string; state: string }[];
    return [...new Set(items.map(({ kind, state }) => `${kind} ${state}`))].sort().join(', ') || 'nothing';
  };
  story.chapter('What is received obliges, and both sides read the same register');
  await story.step('CNCERT acknowledged what arrived by pulling on', 'acknowledge met', () =>
    register(debtor, 'kind=acknowledge'),
  );
  await story.step('PKCERT reads the same', 'acknowledge met', () =>
    register(creditor, 'side=owed_to_us&agreement=PK-CN-2026&kind=acknowledge'),
  );
  await story.step('It has to destroy what it received, in time', 'destroy open', () =>
    register(debtor, 'kind=destroy&state=live'),
  );
  await story.step('It holds that for a court, and the time stands still', 'destroy held', async () => {
    const [id] = await liveOf(debtor);
    await debtor.post(`${OBLIGATIONS}/${id}/holds`, { reason: 'A court wants it kept (invented).' });
    return register(creditor, 'side=owed_to_us&agreement=PK-CN-2026&state=live');
  });
  await story.step('The hold ends, it destroys and certifies that', 'done', async () => {
    const [id] = await liveOf(debtor);
    await debtor.post(`${OBLIGATIONS}/${id}/resumption`, { reason: 'The court is done (invented).' });
    return outcome(
      await debtor.post(NOTICES, {
        ...{ kind: 'destruction_certificate', agreement: 'PK-CN-2026', to: 'pkcert' },
        statement: 'All that arrived until now was deleted (invented).',
      }),
    );
  });
  await story.step('PKCERT reads that nothing of it is owed any more', 'nothing', () =>
    register(creditor, 'side=owed_to_us&agreement=PK-CN-2026&state=live'),
  );
  await story.step('Corvia CERT, whose terms oblige to none of it, reads nothing', 'nothing', () =>
    register(as('corvia-liaison'), 'state=live'),
  );
  await story.step('What comes later is not in the way of what follows', 'nothing', () =>
    pull(stage, 'cncert'),
  );
}

/** The ids of what CNCERT owes and has not met. */
async function liveOf(reader: ReturnType<Stage['as']>): Promise<string[]> {
  const { json } = await reader.get(`${OBLIGATIONS}?state=live`);
  return ((json.items ?? []) as unknown as { id: string }[]).map(({ id }) => id);
}
