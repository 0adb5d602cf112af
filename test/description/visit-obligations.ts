import { done, readTwice, type Visit } from './visit';

const reason = 'As the test wants it.';
const HANDLING = {
  tlp: 'GREEN',
  information_type: 'threat_report',
  categories: ['fraud/phishing'],
  sectors: ['banking'],
  audience: { include: ['cncert'] },
};

/** What is owed for something that CNCERT receives, stated in each of its ways, and notices with an answer. */
export async function visitObligations({ stage }: Visit): Promise<void> {
  const [debtor, creditor] = [stage.as('cncert-liaison'), stage.as('pkcert-liaison')];
  const { id: item } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories', {
    ...{ title: 'Owed for', summary: 'Of a test.', handling: HANDLING },
  });
  await done(stage.as('pkcert-releaser'), 'POST', `/advisories/${item}/release`, { version: 1 });
  await done(stage.systems('cncert'), 'GET', `/feed?limit=1000&cursor=${stage.cursors.get('cncert')}`);
  const live = async (kind: string) => {
    const { items = [] } = await done(debtor, 'GET', `/obligations?state=live&kind=${kind}&limit=1`);
    return (items as unknown as { id: string }[])[0]!.id;
  };
  const received = `/obligations/${await live('acknowledge')}`;
  const kept = `/obligations/${await live('destroy')}`;
  await readTwice(debtor, received);
  await done(debtor, 'POST', `${received}/fulfilment`, { statement: reason });
  await done(creditor, 'GET', received);
  for (const act of ['holds', 'resumption', 'disputes', 'resumption'])
    await done(debtor, 'POST', `${kept}/${act}`, { reason });
  await done(creditor, 'POST', `${kept}/waiver`, { reason });
  await done(creditor, 'GET', '/obligations?side=owed_to_us&due_before=2199-01-01T00:00:00Z&limit=1');
  await done(creditor, 'GET', '/obligation-tallies?limit=1');
  await done(creditor, 'GET', '/obligation-digests?limit=1');
  const about = { agreement: 'PK-CN-2026', to: 'pkcert', statement: reason };
  const { id } = await done(debtor, 'POST', '/obligation-notices', {
    ...{ ...about, kind: 'compelled_disclosure', authority: 'A court (invented)' },
  });
  await done(creditor, 'POST', `/obligation-notices/${id}/answer`, { result: reason, remedy: reason });
  await readTwice(debtor, `/obligation-notices/${id}`);
  await done(creditor, 'GET', '/obligation-notices?direction=received&kind=compelled_disclosure&limit=1');
}
