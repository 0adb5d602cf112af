import { grant, terms } from '../agreements/agreement-world';
import { done, type Visit } from './visit';

const PATH = '/agreements/PK-CN-2026';

/** Terms that do not enter into force: one version is rejected, one withdrawn, and one waits for a notification. */
export async function visitDeadEnds({ stage }: Visit): Promise<void> {
  const [own, other] = [stage.as('pkcert-liaison'), stage.as('cncert-liaison')];
  const proposed = terms({ grants: [grant('pkcert', 'cncert')] });
  const propose = async (change: object = {}) => {
    const { terms: versions } = (await done(own, 'POST', `${PATH}/terms`, { ...proposed, ...change })) as {
      terms?: { number: number }[];
    };
    return `${PATH}/terms/${versions!.at(-1)!.number}`;
  };
  await done(own, 'POST', `${PATH}/terms?dry_run=true`, proposed);
  const rejected = await propose();
  await done(own, 'POST', `${rejected}/submission`, {});
  await done(other, 'POST', `${rejected}/rejections`, { reason: 'As the test wants it.' });
  await done(own, 'POST', `${await propose()}/withdrawal`, {});
  const conditional = await propose({ entry_condition: { rule: 'after_last_notification', days: 30 } });
  await done(own, 'POST', `${conditional}/submission`, {});
  await done(own, 'POST', `${conditional}/signatures`, {});
  await done(own, 'POST', `${conditional}/notifications`, {});
}
