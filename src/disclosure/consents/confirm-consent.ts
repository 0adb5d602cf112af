import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentDesk, unlessRefused } from './consent-desk';
import { presentConsent, weighed } from './consent.view';
import type { ConsentView } from './consents.dto';
import { ConsentsStore } from './consents.store';
import { confirmationRefusal } from './rules/judge-consent';

/** Confirms, as a second person, what another recorded of a source. It counts from now, or from when it begins. */
@Injectable()
export class ConfirmConsent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentDesk,
    private readonly store: ConsentsStore,
  ) {}

  /** @throws Refusal `not-found`, `consent/second-person`, `consent/confirmed`, `consent/revoked`, `consent/lapsed` */
  async run(item: string, id: string): Promise<ConsentView> {
    await this.desk.consent(item, id);
    await this.desk.hold();
    const found = await this.desk.consent(item, id);
    const { person, at } = this.transaction;
    unlessRefused(confirmationRefusal(weighed(found), person, at.getTime()));
    await this.store.confirm(id);
    const confirmed = await this.desk.consent(item, id);
    await this.desk.writeDown(
      'consent-confirmed',
      confirmed,
      { source: found.source },
      { recorded_by: found.recordedBy },
    );
    return presentConsent(confirmed, at.getTime());
  }
}
