import { Injectable } from '@nestjs/common';
import type { Organization } from './organization';
import type { ListOrganizationsQuery } from './organizations.dto';
import { OrganizationsStore } from './organizations.store';
import { type Page, type PageQuery, Paging } from '../platform/paging';

@Injectable()
export class ListOrganizations {
  constructor(
    private readonly paging: Paging,
    private readonly store: OrganizationsStore,
  ) {}

  /** One page in the order of handles, and the cursor of the next if there is one. */
  run(query: ListOrganizationsQuery): Promise<Page<Organization>> {
    const { kind = null, text = null } = query;
    return this.paging.page(query, {
      name: `organizations|${kind ?? ''}|${text ?? ''}`,
      placeOf: ({ handle }) => [handle],
      load: ([after = ''], limit) => this.store.page(after, { kind, text }, limit),
    });
  }

  /** One page of the constituents of an organization. */
  below(parentId: string, query: PageQuery): Promise<Page<Organization>> {
    return this.paging.page(query, {
      name: `constituents|${parentId}`,
      placeOf: ({ handle }) => [handle],
      load: ([after = ''], limit) => this.store.constituents(parentId, after, limit),
    });
  }
}
