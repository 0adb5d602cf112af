import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs';
import { PUBLIC_TEAM } from '../platform/viewer';
import { FeedStore } from './feed.store';

/** What the end of an embargo makes public enters the public's feed within a minute, so that no reader waits for it. */
@Injectable()
export class DrainPublicFeed {
  constructor(feed: FeedStore, jobs: Jobs) {
    jobs.work('drain-public-feed', () => feed.drain(PUBLIC_TEAM));
  }
}
