import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { KeyFacts } from '../rules/key-warnings';
import { OrganizationKeyRemovalRow, OrganizationKeyRow } from './key.entity';
import type { PublicKeyFacts } from './read-public-key';

/** A key that an organization keeps for others. */
export interface OrganizationKey extends KeyFacts {
  id: string;
  organization_id: string;
  contact_id: string | null;
  fingerprint: string;
  armored: string;
  algorithm: string;
  user_ids: string[];
  created_at: Date;
  at: Date;
}

const KEPT = `
  SELECT k.id, k.organization_id, k.contact_id, k.fingerprint, k.armored, k.algorithm, k.user_ids, k.emails,
    k.created_at, k.expires_at, k.encrypts, k.encrypts_until, k.faults, k.at
  FROM organization_key k
  WHERE k.organization_id = $1 AND NOT app.key_is_removed(k.id)
    AND (k.contact_id IS NULL OR NOT app.contact_is_removed(k.contact_id))`;

/** Every statement about OpenPGP keys. */
@Injectable()
export class KeysStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The keys of an organization that hold now, the newest first. */
  all(organizationId: string): Promise<OrganizationKey[]> {
    return this.transaction.query(`${KEPT} ORDER BY k.id DESC`, [organizationId]);
  }

  find(organizationId: string, fingerprint: string): Promise<OrganizationKey | undefined> {
    return this.transaction.one(`${KEPT} AND k.fingerprint = $2`, [organizationId, fingerprint]);
  }

  /** Whether the organization ever gave a copy of the key that says it is revoked. */
  async wasRevoked(organizationId: string, fingerprint: string): Promise<boolean> {
    const found = await this.transaction.one(
      `SELECT 1 FROM organization_key WHERE organization_id = $1 AND fingerprint = $2 AND 'revoked' = ANY (faults)`,
      [organizationId, fingerprint],
    );
    return found !== undefined;
  }

  async add(organizationId: string, contactId: string | null, facts: PublicKeyFacts): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    const row = { ...facts, id: newId(), organizationId, contactId, at, recordedBy };
    await this.transaction.manager.insert(OrganizationKeyRow, row);
  }

  async remove({ id: keyId, organization_id: organizationId }: OrganizationKey): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    await this.transaction.manager.insert(OrganizationKeyRemovalRow, {
      keyId,
      organizationId,
      at,
      recordedBy,
    });
  }
}
