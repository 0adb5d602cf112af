import { Injectable } from '@nestjs/common';
import { PUBLIC_TEAM } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { Disclosing } from './disclosing';
import { hasContent } from './feed-entry';
import { FeedStore } from './feed.store';
import { Gate } from './gate';
import { Renditions, SUMMARY } from './renditions';

/** What is released to the public is disclosed to it once, at release, in the releaser's transaction. */
@Injectable()
export class PublicDisclosure {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
    private readonly renditions: Renditions,
    private readonly disclosing: Disclosing,
  ) {}

  async discloseWhatIsDue(): Promise<void> {
    await this.feed.drain(PUBLIC_TEAM);
    const entries = (await this.feed.undisclosedPublic(this.transaction.viewer.organizationId)).filter(
      hasContent,
    );
    const judged = await this.gate.judge(PUBLIC_TEAM, entries, () => 'content');
    const renditions = await this.renditions.of(
      judged.map(({ entry }) => entry.variant_version_id),
      SUMMARY,
    );
    await this.disclosing.disclose(
      PUBLIC_TEAM,
      judged.map((one) => ({ ...one, rendition: renditions.get(one.entry.variant_version_id)! })),
    );
  }
}
