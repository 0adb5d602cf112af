import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { OrganizationProfile } from './profile.dto';
import { OrganizationProfileRow } from './profile.entity';

/** One version of a profile. */
export interface ProfileVersion {
  version: number;
  content: OrganizationProfile;
  at: Date;
}

/** The same with who made it, for the organization's own people. */
export interface AuthoredVersion extends ProfileVersion {
  recorded_by: string;
  recorded_by_name: string;
}

/** Every statement about profiles. */
@Injectable()
export class ProfilesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The profile that holds now. */
  current(organizationId: string): Promise<ProfileVersion | undefined> {
    return this.transaction.one(
      `SELECT version, content, at FROM organization_profile WHERE organization_id = $1
       ORDER BY version DESC LIMIT 1`,
      [organizationId],
    );
  }

  /** Versions before one, the newest first. */
  versions(organizationId: string, before: number, limit: number): Promise<AuthoredVersion[]> {
    return this.transaction.query(
      `SELECT p.version, p.content, p.at, p.recorded_by, a.name AS recorded_by_name
       FROM organization_profile p JOIN account a ON a.id = p.recorded_by
       WHERE p.organization_id = $1 AND p.version < $2 ORDER BY p.version DESC LIMIT $3`,
      [organizationId, before, limit],
    );
  }

  async add(organizationId: string, version: number, content: object): Promise<void> {
    const { at, person: recordedBy } = this.transaction;
    const row = { organizationId, version, content, at, recordedBy };
    await this.transaction.manager.insert(OrganizationProfileRow, row);
  }
}
