import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { millisOf } from '../instant';
import { verificationFaults } from '../rules/verifying';
import type { VerifyDutyOfficerBody } from './duty-officers.dto';
import { DutyOfficersStore, type StoredVerification } from './duty-officers.store';

/** The same for whoever it is, and for nobody. */
export const unknownOfficer = () =>
  Refusal.invalid({
    field: 'person',
    rule: 'duty-officer',
    message: 'person must be a duty officer of an operating CERT with which an agreement is in force',
  });

/** Records that somebody made sure who a partner's duty officer is: from now on RED may go to her by name. */
@Injectable()
export class VerifyDutyOfficer {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: DutyOfficersStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 422 for instants that do not fit, and for who is no duty officer of a partner, whoever it is */
  async run(body: VerifyDutyOfficerBody): Promise<StoredVerification> {
    const { at } = this.transaction;
    const verifiedAt = body.verified_at === undefined ? at : new Date(millisOf(body.verified_at));
    const validUntil = new Date(millisOf(body.valid_until));
    const faults = verificationFaults({
      at: at.getTime(),
      verifiedAt: verifiedAt.getTime(),
      validUntil: validUntil.getTime(),
    });
    if (faults.length > 0) throw Refusal.invalid(...faults);
    const { person, method, note = null } = body;
    if ((await this.store.organizationOf(person)) === undefined) throw unknownOfficer();
    const id = await this.store.add({ person, method, note, verifiedAt, validUntil });
    const added = await this.store.find(id);
    // She lost the role, or left, a moment ago.
    if (!added) throw unknownOfficer();
    await this.record.appendToOwnHouse('duty-officer/verified', {
      by: this.transaction.person,
      verification: id,
      person: added.person,
      organization: added.organization,
      method,
      verified_at: verifiedAt.toISOString(),
      valid_until: validUntil.toISOString(),
      note,
    });
    return added;
  }
}
