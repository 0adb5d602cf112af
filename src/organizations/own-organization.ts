import { Injectable } from '@nestjs/common';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Organization } from './organization';
import { Organizations } from './organizations';

/** An organization changes what is its own, and nothing of others. */
@Injectable()
export class OwnOrganization {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
  ) {}

  /**
   * The viewer's own organization, which the path has to name, with everything about it locked until the end of the
   * transaction.
   * @throws Refusal 404 for no organization, `organization/not-yours` for another
   */
  async toChange(handle: string): Promise<Organization> {
    const { id } = await this.organizations.byHandle(handle);
    if (id !== this.transaction.viewer.organizationId)
      throw Refusal.forbidden(
        'organization/not-yours',
        'Only its own administrators change an organization.',
      );
    await this.transaction.lock(`organization:${id}`);
    // Read again: it may have changed while this waited.
    return this.organizations.byId(id);
  }

  /** The viewer's own organization. @throws Refusal 404 for every other, as for what does not exist */
  async toRead(handle: string): Promise<Organization> {
    const found = await this.organizations.byHandle(handle);
    if (found.id !== this.transaction.viewer.organizationId) throw Refusal.notFound();
    return found;
  }
}
