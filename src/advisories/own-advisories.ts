import { Injectable } from '@nestjs/common';
import { type ItemRow, ItemsStore, type ItemVersionRow, NamedPersons } from '../disclosure';
import { Organizations } from '../organizations';
import { isUuid } from '../platform/ids';
import { Refusal } from '../platform/refusal';

/** Finds the viewer's own advisories, and whom their audience names. */
@Injectable()
export class OwnAdvisories {
  constructor(
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
    private readonly persons: NamedPersons,
  ) {}

  /** An own advisory; undefined for what is absent and for what is somebody else's. */
  async find(id: string): Promise<ItemRow | undefined> {
    return isUuid(id) ? this.items.item(id, 'advisory') : undefined;
  }

  /** @throws Refusal `not-found` */
  async require(id: string): Promise<ItemRow> {
    const item = await this.find(id);
    if (!item) throw Refusal.notFound();
    return item;
  }

  /** The version that the caller says she has read. @throws Refusal `not-found`, 422 naming the field */
  async requireVersion(id: string, number: number, field: string): Promise<ItemVersionRow> {
    await this.require(id);
    const version = await this.items.version(id, number);
    if (version) return version;
    throw Refusal.invalid({ field, rule: 'version', message: `${field} must be a version of this advisory` });
  }

  /** Turns a handle of an audience into an id. @throws Refusal 422 naming the field */
  readonly resolve = async (handle: string, field: string): Promise<string> =>
    (await this.organizations.require(handle, field)).id;

  /** Refuses accounts that RED may not name. @throws Refusal 422 naming each */
  get requireOfficers(): NamedPersons['require'] {
    return this.persons.require;
  }
}
