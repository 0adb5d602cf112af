import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { SignAgreement, StopSharing, SuspendAgreement } from '../../../src/agreements';
import { ReleaseItem } from '../../../src/disclosure';
import { PullFeed } from '../../../src/disclosure/pull-feed';
import type { Viewer } from '../../../src/platform/viewer';
import { ViewerTransaction } from '../../../src/platform/viewer-transaction';
import { idOf } from '../feed/world';
import type { ReleaseSizes } from '../release/seed';
import { agreementsOf, referenceOf } from './seed';

const person = (organization: number, second: 0 | 1 = 0): Viewer => ({
  organizationId: idOf('organization', organization),
  personId: idOf('account', 2 * organization + second),
  roles: ['liaison', 'releaser', 'duty-officer'],
});
export const OWNERS = person(0);

/** Ends an act's transaction, so that each round finds what the first found. */
class TakenBack extends Error {}

/** What others do while somebody asks. */
export interface Act {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

const DRAFT = `INSERT INTO item_version (id, item_id, owner_id, number, created_at, created_by, authors, title, content, tlp,
    information_type, categories, sectors, audience_any)
  VALUES ($1, $2, $3, 1, now(), $4, ARRAY[$4::uuid], 'A release of the benchmark', '{}', 'GREEN', 'threat_report',
    '{fraud/phishing}', '{banking}', true)`;

/** A stop, a suspension, a release, a last signature, and a pull: as the product does them, and taken back. */
export function actsOf(app: INestApplicationContext, sizes: ReleaseSizes): Act[] {
  const get = <T>(type: new (...parts: never[]) => T): T => app.get(type, { strict: false });
  const transaction = get(ViewerTransaction);
  const { other, served } = agreementsOf(sizes);
  const reason = 'Of the benchmark.';
  const act = (what: string, viewer: Viewer, work: () => Promise<unknown>, serving = false): Act => ({
    what,
    run: () =>
      transaction
        .run(
          viewer,
          async () => {
            await work();
            throw new TakenBack();
          },
          { serving },
        )
        .catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        }),
  });
  const release = async () => {
    const [item, author] = [randomUUID(), idOf('account', 0)];
    await transaction.query(
      `INSERT INTO item (id, kind, owner_id, created_at, created_by) VALUES ($1, 'advisory', $2, now(), $3)`,
      [item, OWNERS.organizationId, author],
    );
    await transaction.query(DRAFT, [randomUUID(), item, OWNERS.organizationId, author]);
    await get(ReleaseItem).execute('advisory', item, 1, false);
  };
  return [
    act('a stop', OWNERS, () => get(StopSharing).run({ to: 'bench-1', reason })),
    act('a suspension', OWNERS, () => get(SuspendAgreement).run(referenceOf(served), { reason })),
    act('a release', person(0, 1), release),
    act('a signature', person(sizes.teams), () => get(SignAgreement).run(referenceOf(other), 1, {})),
    act('a pull', person(1), () => get(PullFeed).execute(undefined, 50), true),
  ];
}
