import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { type ItemRow, ItemsStore } from '../../disclosure';

/** The viewer's own cases: incidents that its organization owns. */
@Injectable()
export class Cases {
  constructor(private readonly items: ItemsStore) {}

  /** The own case with this id; undefined for what is absent or somebody else's. */
  async find(id: string): Promise<ItemRow | undefined> {
    return isUuid(id) ? this.items.item(id, 'incident') : undefined;
  }

  /** The own case that a path names. @throws Refusal 404 */
  async own(id: string): Promise<ItemRow> {
    const found = await this.find(id);
    if (!found) throw Refusal.notFound();
    return found;
  }
}
