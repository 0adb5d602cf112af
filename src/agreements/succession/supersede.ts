import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import { AgreementLog } from '../agreement-log';
import { AgreementsStore } from '../agreements.store';
import type { Dossier } from '../dossier';
import { unless } from '../refuse';
import type { Party } from '../rules/agreement';
import { judgeSuccession } from '../rules/succession';
import type { SupersedesDto } from './succession.dto';
import { SupersessionRow } from './supersession.entity';

/** Links a draft to the agreement that it supersedes. Whatever follows from it follows from the entry into force. */
@Injectable()
export class Supersede {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly log: AgreementLog,
  ) {}

  /**
   * The agreement that is to be superseded.
   * @throws Refusal 422, the same for one that there is not and one that the viewer does not read from its draft on
   */
  async former(
    { agreement: reference }: SupersedesDto,
    draft: { kind: string; parties: readonly Party[] },
  ): Promise<Dossier> {
    const former = await this.store.find(reference);
    const whole = former && (await this.store.readsWhole(former.id));
    if (!former || !whole) {
      const message = 'must be an agreement to which your organization is party';
      throw Refusal.invalid({ field: 'supersedes.agreement', rule: 'agreement', message });
    }
    await this.transaction.lock(`agreement:${former.id}`);
    unless(judgeSuccession(draft, former, this.desk.at));
    return former;
  }

  /** Keeps the link, and tells those who exchange under the former, each of whom is party to the draft. */
  async link(
    former: Dossier,
    successor: { id: string; reference: string },
    said: SupersedesDto,
  ): Promise<void> {
    const row: SupersessionRow = {
      ...{ successorId: successor.id, predecessorId: former.id },
      former: said.former ?? 'ends',
    };
    await this.transaction.manager.insert(SupersessionRow, row);
    const shared = { successor: successor.reference, former: row.former };
    await this.log.append(former, { kind: 'agreement-successor-drafted', shared });
  }
}
