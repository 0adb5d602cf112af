import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Rename } from '../names/rename';
import { OwnOrganization } from '../own-organization';
import type { ChangeProfileBody } from './profile.dto';
import { ProfilesStore, type ProfileVersion } from './profiles.store';

/** Plain data without what was left out; a section of which nothing is left is left out itself. */
function given(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, child]) => [key, given(child)] as const)
    .filter(([, child]) => child !== undefined && child !== null);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnOrganization,
    private readonly store: ProfilesStore,
    private readonly rename: Rename,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Replaces the profile of the own organization as a new version, and its name where it changed. The same profile
   * once more makes no version.
   * @throws Refusal `profile/changed` for a base that is not the current version, and what `OwnOrganization.toChange`
   * and `Rename.run` throw
   */
  async run(handle: string, { base, ...wanted }: ChangeProfileBody): Promise<ProfileVersion> {
    const organization = await this.own.toChange(handle);
    const former = await this.store.current(organization.id);
    if (base !== (former?.version ?? 0))
      throw Refusal.conflict('profile/changed', `The profile is at version ${former?.version ?? 0} by now.`);
    const content = given(wanted) as ProfileVersion['content'];
    if (former && isDeepStrictEqual(former.content, content)) return former;
    await this.rename.run(organization, content.name);
    const version = base + 1;
    await this.store.add(organization.id, version, content);
    const { person: by, at } = this.transaction;
    const log = await this.record.houseLog(organization.id);
    await this.record.append({
      log,
      kind: 'organization/profile-changed',
      shared: { by, version },
      content,
    });
    return { version, content, at };
  }
}
