import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentDesk, type Kept, unlessRefused } from './consent-desk';
import { weighed } from './consent.view';
import { ConsentsStore, type StoredConsent } from './consents.store';
import { confirmationRefusal } from './rules/judge-consent';

/** Confirms, as a second person, what another recorded. It counts from now, or from when it begins. */
@Injectable()
export class ConfirmConsent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentDesk,
    private readonly store: ConsentsStore,
  ) {}

  /** @throws Refusal `not-found`, `consent/second-person`, `consent/confirmed`, `consent/revoked`, `consent/lapsed` */
  async run(item: string, kept: Kept, id: string): Promise<StoredConsent> {
    await this.desk.consent(item, kept, id);
    await this.desk.hold();
    const found = await this.desk.consent(item, kept, id);
    const { person, at } = this.transaction;
    unlessRefused(confirmationRefusal(weighed(found), person, at.getTime()));
    await this.store.confirm(id);
    const confirmed = await this.desk.consent(item, kept, id);
    await this.desk.writeDown('confirmed', confirmed, {}, { recorded_by: found.recordedBy });
    return confirmed;
  }
}
