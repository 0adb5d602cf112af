import { Injectable } from '@nestjs/common';
import { ReleaseItem, WithdrawItem } from '../../disclosure';
import type { ReleaseCaseBody } from './case-acts.dto';
import { Cases } from './cases';

/** What leaves the country of a case, and what is taken back, goes through the one way that all items take. */
@Injectable()
export class ReleaseCase {
  constructor(
    private readonly cases: Cases,
    private readonly release: ReleaseItem,
    private readonly withdraw: WithdrawItem,
  ) {}

  /** Releases the latest version of an own case. @throws Refusal 404, `release/…`, `item/changed` */
  async run(id: string, { version, public: toPublic = false }: ReleaseCaseBody): Promise<void> {
    await this.cases.own(id);
    await this.release.execute('incident', id, version, toPublic);
  }

  /** Withdraws an own case. @throws Refusal 404, `item/withdrawn`, `item/not-released` */
  async takeBack(id: string, reason: string): Promise<void> {
    await this.cases.own(id);
    await this.withdraw.execute('incident', id, reason);
  }
}
