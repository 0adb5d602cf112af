import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { VerificationMethod } from '../rules/contact';
import type { ContactContent } from './contacts.store';

interface By {
  recorded_by: string;
  recorded_by_name: string;
}

export interface ContactVersion extends ContactContent, By {
  version: number;
  at: Date;
}

export interface ContactVerification extends By {
  id: string;
  version: number;
  email: string;
  telephone: string | null;
  method: VerificationMethod;
  note: string | null;
  at: Date;
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const LAST_VERSION = 2_147_483_647;

/** What a contact said before and who verified it, for the organization's own people. */
@Injectable()
export class ContactHistoryStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** When a contact of the organization was removed, null where it was not; undefined where there is none. */
  async removedAt(organizationId: string, id: string): Promise<Date | null | undefined> {
    const row = await this.transaction.one<{ at: Date | null }>(
      `SELECT r.at FROM organization_contact c LEFT JOIN organization_contact_removal r ON r.contact_id = c.id
       WHERE c.organization_id = $1 AND c.id = $2`,
      [organizationId, id],
    );
    return row?.at;
  }

  versions(contactId: string, before: string | undefined, limit: number): Promise<ContactVersion[]> {
    return this.transaction.query(
      `SELECT v.version, v.role, v.name, v.email, v.telephone, v.hours, v.languages, v.emergency, v.at, v.recorded_by,
         a.name AS recorded_by_name
       FROM organization_contact_version v JOIN account a ON a.id = v.recorded_by
       WHERE v.contact_id = $1 AND v.version < $2 ORDER BY v.version DESC LIMIT $3`,
      [contactId, before === undefined ? LAST_VERSION : Number(before), limit],
    );
  }

  verifications(contactId: string, before = LAST_ID, limit: number): Promise<ContactVerification[]> {
    return this.transaction.query(
      `SELECT f.id, f.version, f.email, f.telephone, f.method, f.note, f.at, f.recorded_by, a.name AS recorded_by_name
       FROM organization_contact_verification f JOIN account a ON a.id = f.recorded_by
       WHERE f.contact_id = $1 AND f.id < $2 ORDER BY f.id DESC LIMIT $3`,
      [contactId, before, limit],
    );
  }
}
