import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ContactRole, VerificationMethod } from '../rules/contact';
import { ContactRemovalRow, ContactRow, ContactVerificationRow, ContactVersionRow } from './contact.entity';

/** What a contact says. */
export interface ContactContent {
  role: ContactRole;
  name: string | null;
  email: string;
  telephone: string | null;
  hours: string | null;
  languages: string[];
  emergency: boolean;
}

/** A contact as it holds now, with when what it says was verified and until when that counts. */
export interface Contact extends ContactContent {
  id: string;
  organization_id: string;
  version: number;
  at: Date;
  recorded_by: string;
  verified_at: Date | null;
  lapses_at: Date | null;
}

// Twelve months by the calendar of UTC, whatever zone the database session has.
const CURRENT = `
  SELECT c.id, c.organization_id, v.version, v.role, v.name, v.email, v.telephone, v.hours, v.languages, v.emergency,
    v.at, v.recorded_by, f.at AS verified_at, (f.at AT TIME ZONE 'UTC' + interval '12 months') AT TIME ZONE 'UTC' AS lapses_at
  FROM organization_contact c
  JOIN organization_contact_version v ON v.contact_id = c.id AND v.version = app.latest_contact_version(c.id)
  CROSS JOIN LATERAL (SELECT app.contact_verified(c.id) AS at) f
  WHERE NOT app.contact_is_removed(c.id) AND c.organization_id = $1`;

/** Every statement about contacts as they hold now, and their facts. */
@Injectable()
export class ContactsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  all(organizationId: string): Promise<Contact[]> {
    return this.transaction.query(`${CURRENT} ORDER BY v.emergency DESC, v.role, c.id`, [organizationId]);
  }

  find(organizationId: string, id: string): Promise<Contact | undefined> {
    return this.transaction.one(`${CURRENT} AND c.id = $2`, [organizationId, id]);
  }

  /** @returns the id, which is random, since it is shown to others */
  async add(organizationId: string, content: ContactContent): Promise<string> {
    const id = randomUUID();
    await this.transaction.manager.insert(ContactRow, { id, organizationId });
    await this.addVersion({ id, organization_id: organizationId, version: 0 }, content);
    return id;
  }

  async addVersion(
    former: Pick<Contact, 'id' | 'organization_id' | 'version'>,
    content: ContactContent,
  ): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    await this.transaction.manager.insert(ContactVersionRow, {
      ...content,
      contactId: former.id,
      organizationId: former.organization_id,
      version: former.version + 1,
      at,
      recordedBy,
    });
  }

  /** Who entered what a contact says now: its latest version, and the e-mail and telephone that hold, whenever they came in. */
  async enteredBy({ id, version }: Contact): Promise<string[]> {
    const rows = await this.transaction.query<{ recorded_by: string }>(
      `SELECT DISTINCT v.recorded_by FROM organization_contact_version v
       JOIN organization_contact_version now ON now.contact_id = v.contact_id AND now.version = $2
       LEFT JOIN organization_contact_version former ON former.contact_id = v.contact_id AND former.version = v.version - 1
       WHERE v.contact_id = $1 AND (v.version = $2
         OR (v.email = now.email AND v.email IS DISTINCT FROM former.email)
         OR (v.telephone = now.telephone AND v.telephone IS DISTINCT FROM former.telephone))`,
      [id, version],
    );
    return rows.map(({ recorded_by }) => recorded_by);
  }

  async addVerification(contact: Contact, method: VerificationMethod, note: string | null): Promise<void> {
    const { id: contactId, organization_id: organizationId, version, email, telephone } = contact;
    const { at, person: recordedBy } = this.transaction;
    const verified = { contactId, organizationId, version, email, telephone };
    await this.transaction.manager.insert(ContactVerificationRow, {
      ...verified,
      id: newId(),
      method,
      note,
      at,
      recordedBy,
    });
  }

  async remove({ id: contactId, organization_id: organizationId }: Contact): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    await this.transaction.manager.insert(ContactRemovalRow, { contactId, organizationId, at, recordedBy });
  }
}
