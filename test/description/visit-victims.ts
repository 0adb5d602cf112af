import { done, type Visit } from './visit';

const reason = 'As the test wants it.';

/** The consents of a victim of whom an advisory tells, and of whom a case does. */
export async function visitVictims({ stage }: Visit): Promise<void> {
  const [analyst, releaser] = [stage.as('pkcert-analyst'), stage.as('pkcert-releaser')];
  const parts = [
    { kind: 'field', title: 'Who was hit', text: 'A bank', tags: ['victim_identity'], victim: 'Bank' },
  ];
  const consent = {
    ...{ victim: 'Bank', given_by: 'Its head of security (invented)', to: 'cncert' },
    valid_until: new Date(Date.now() + 86_400_000).toISOString(),
    evidence_sha256: 'cd'.repeat(32),
  };
  for (const kind of ['advisories', 'incidents']) {
    const item = { title: 'Of a victim', summary: 'Of a test.', parts };
    const { id: of } = await done(analyst, 'POST', `/${kind}`, item);
    const at = `/${kind}/${of}/victim-consents`;
    const { id } = await done(analyst, 'POST', at, consent);
    await done(releaser, 'POST', `${at}/${id}/confirmation`);
    await done(analyst, 'GET', `${at}?limit=1`);
    await done(analyst, 'POST', `${at}/${id}/revocation`, { reason });
  }
}
