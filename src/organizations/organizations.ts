import { Injectable } from '@nestjs/common';
import { Refusal } from '../platform/refusal';
import type { Organization } from './organization';
import { OrganizationsStore } from './organizations.store';

/** Who is who, for every capability that names an organization. Works inside a viewer transaction. */
@Injectable()
export class Organizations {
  constructor(private readonly store: OrganizationsStore) {}

  /** The organization that a path names. @throws Refusal 404; the public is not an organization here */
  async byHandle(handle: string): Promise<Organization> {
    const found = await this.store.findByHandle(handle);
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** The organization that a field of the input names. @throws Refusal 422 that names the field */
  async require(handle: string, field: string): Promise<Organization> {
    const found = await this.store.findByHandle(handle);
    if (found) return found;
    throw Refusal.invalid({ field, rule: 'organization', message: 'must be the handle of an organization' });
  }

  /** The organization of an id that the database vouches for, the public included. @throws Error if there is none */
  async byId(id: string): Promise<Organization> {
    const found = (await this.store.findByIds([id])).get(id);
    if (!found) throw new Error('There is no organization with this id.');
    return found;
  }

  /** Organizations by id, the public included; ids that do not exist are absent, and merged ones lead to the survivor. */
  byIds(ids: Iterable<string>): Promise<Map<string, Organization>> {
    return this.store.findByIds([...ids]);
  }
}
