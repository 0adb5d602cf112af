import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import type { AgreementView } from './agreement-view';
import type { Dossier } from './dossier';
import { presentAgreement } from './present-agreement';

/** Shows an agreement as it stands, to whom it concerns. */
@Injectable()
export class ShowAgreement {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
  ) {}

  /** @throws Refusal `not-found` */
  async byReference(reference: string): Promise<AgreementView> {
    return this.present(await this.desk.read(reference));
  }

  present(agreement: Dossier): AgreementView {
    return presentAgreement(agreement, this.transaction.viewer.organizationId, this.desk.at);
  }
}
