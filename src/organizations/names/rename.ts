import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import type { Organization } from '../organization';
import { NamesStore } from './names.store';

@Injectable()
export class Rename {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: NamesStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Gives the organization another name, and keeps the former; the handle stays. The caller holds its lock.
   * @throws Refusal `organization/name-taken`: nobody takes the name of another
   */
  async run({ id, name: former }: Organization, name: string): Promise<void> {
    if (name === former) return;
    await this.transaction.lock('organization-names');
    if (await this.store.isTaken(name, id))
      throw Refusal.conflict('organization/name-taken', 'Another organization has this name.');
    await this.store.add(id, former, name);
    const entry = { by: this.transaction.person, from: former, to: name };
    await this.record.appendToOwnHouse('organization/renamed', entry);
  }
}
