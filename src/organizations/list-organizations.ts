import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Organization } from './organization';
import { DEFAULT_LIMIT, type ListOrganizationsQuery } from './organizations.dto';
import { OrganizationsStore } from './organizations.store';

@Injectable()
export class ListOrganizations {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: OrganizationsStore,
    private readonly cursors: Cursors,
  ) {}

  /** One page in the order of handles, and the cursor of the next if there is one. */
  async run(query: ListOrganizationsQuery): Promise<{ page: Organization[]; next: string | null }> {
    const { kind = null, limit = DEFAULT_LIMIT, cursor } = query;
    const binding = `${this.transaction.viewer.organizationId}|organizations|${kind ?? ''}`;
    const after = cursor === undefined ? '' : this.cursors.open(cursor, binding);
    // One more than asked for tells whether a next page exists.
    const found = await this.store.page(after, kind, limit + 1);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return { page, next: last ? this.cursors.seal(last.handle, binding) : null };
  }
}
