import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { DutyOfficersStore, type StoredVerification } from '../duty-officers/duty-officers.store';
import { unknownOfficer } from '../duty-officers/verify-duty-officer';
import { callBackFaults, calledBackUntil } from '../rules/calling-back';
import type { CallBackBody } from './call-backs.dto';
import { CallBacksStore } from './call-backs.store';

/** Records that somebody called a number back that was on file before, and reached the duty officer: for a day RED may go to her. */
@Injectable()
export class CallBackOfficer {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly officers: DutyOfficersStore,
    private readonly store: CallBacksStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 422 for who is no duty officer of a partner, and for a number that proves nothing */
  async run(body: CallBackBody): Promise<StoredVerification> {
    const { person, contact, note = null } = body;
    const organizationId = await this.officers.organizationOf(person);
    if (organizationId === undefined) throw unknownOfficer();
    const { at } = this.transaction;
    const number = (await this.store.numbers(organizationId)).find(
      ({ contact_id }) => contact_id === contact,
    );
    const faults = callBackFaults({
      at: at.getTime(),
      onFileSince: number?.since.getTime() ?? null,
      heldBefore: await this.store.heldBefore(person),
    });
    if (faults.length > 0) throw Refusal.invalid(...faults);
    const validUntil = new Date(calledBackUntil(at.getTime()));
    const verification = { person, method: 'call_back' as const, note, verifiedAt: at, validUntil };
    const id = await this.officers.add(verification);
    // She lost the role, or left, a moment ago.
    if (!number || !(await this.officers.find(id))) throw unknownOfficer();
    await this.store.add(id, number);
    const added = (await this.officers.find(id))!;
    await this.record.appendToOwnHouse('duty-officer/called-back', {
      by: this.transaction.person,
      verification: id,
      person: added.person,
      organization: added.organization,
      contact,
      contact_version: number.version,
      on_file_since: number.since.toISOString(),
      valid_until: validUntil.toISOString(),
      note,
    });
    return added;
  }
}
