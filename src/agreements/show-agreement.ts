import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import type { AgreementView, ChildView, ConflictView } from './agreement-view';
import type { Dossier } from './dossier';
import { HoldToParent } from './hold-to-parent';
import { presentAgreement } from './present-agreement';
import { standing } from './rules/standing';

/** Shows an agreement as it stands, to whom it concerns, and what stands above and below it. */
@Injectable()
export class ShowAgreement {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly held: HoldToParent,
  ) {}

  /** @throws Refusal `not-found` */
  async byReference(reference: string): Promise<AgreementView> {
    return this.present(await this.desk.read(reference));
  }

  async present(agreement: Dossier): Promise<AgreementView> {
    const around = { children: await this.children(agreement), conflicts: await this.conflicts(agreement) };
    return presentAgreement(agreement, this.transaction.viewer.organizationId, this.desk.at, around);
  }

  private async children({ below }: Dossier): Promise<ChildView[]> {
    const found: ChildView[] = [];
    for (const reference of below) {
      const child = await this.desk.read(reference);
      const { statements } = standing(child, this.desk.at);
      const { title, kind } = child;
      found.push({ reference, title, kind, statements, conflicts: (await this.conflicts(child)).length > 0 });
    }
    return found;
  }

  /** Of its terms in force, or of the latest before any are. */
  private async conflicts(agreement: Dossier): Promise<ConflictView[]> {
    const { inForce, ended } = standing(agreement, this.desk.at);
    const number = inForce?.number ?? agreement.terms.at(-1)?.number;
    if (ended || number === undefined) return [];
    const found = await this.held.conflicts(agreement, number);
    return (found?.wider ?? []).map(({ grant, field, inner_says, outer_says }) => ({
      ...{ terms_version: number, from: grant?.from ?? null, to: grant?.to ?? null, field },
      ...{ says: inner_says, parent_says: outer_says },
    }));
  }
}
