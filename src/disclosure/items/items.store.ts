import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { barredFromPublicBy } from '../rules/national-overlay';
import type { ItemFacts } from '../rules/question';
import { ItemPartRow, ItemRow, ItemVersionRow, ReleaseRow, WithdrawalRow } from './item.entity';
import type { Part } from './part';
import { partFaults } from './rules/part-faults';

/** What a new version holds; the rest is set by whom it is written and when. */
export type VersionContent = Omit<
  ItemVersionRow,
  'id' | 'itemId' | 'ownerId' | 'number' | 'createdAt' | 'createdBy' | 'authors' | 'parts'
> & {
  /** Left out: those of the version that it is based on. */
  parts?: readonly Part[] | undefined;
};

/** Single-row work on the viewer's own items. */
@Injectable()
export class ItemsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Makes an item with its first version; the acting person is its author. @throws Refusal 422 naming a part */
  async create(kind: ItemRow['kind'], content: VersionContent): Promise<ItemVersionRow> {
    const { at, person, viewer, manager } = this.transaction;
    const id = newId();
    await manager.insert(ItemRow, {
      id,
      kind,
      ownerId: viewer.organizationId,
      createdAt: at,
      createdBy: person,
    });
    return this.insertVersion(id, 1, [person], content);
  }

  /**
   * Adds a version on top of the one the caller has read. Whoever wrote any version since the last release is an
   * author of it, so that nobody releases her own words through another's last edit.
   * @throws Refusal `item/changed` when somebody else was faster, 422 naming a part
   */
  async addVersion(base: ItemVersionRow, content: VersionContent): Promise<ItemVersionRow> {
    const released = await this.transaction.manager.existsBy(ReleaseRow, { itemVersionId: base.id });
    const authors = new Set([...(released ? [] : base.authors), this.transaction.person]);
    const latest = await this.latest(base.itemId);
    if (latest?.number !== base.number) throw changed();
    const parts = content.parts ?? (await this.partsOf([base.id])).get(base.id) ?? [];
    return this.insertVersion(base.itemId, base.number + 1, [...authors], { ...content, parts });
  }

  private async insertVersion(
    itemId: string,
    number: number,
    authors: string[],
    { parts = [], ...content }: VersionContent,
  ) {
    const { at, person, viewer, manager } = this.transaction;
    const faults = partFaults(parts, content);
    if (faults.length > 0) throw Refusal.invalid(...faults);
    const row = {
      ...content,
      parts: parts.length,
      id: newId(),
      itemId,
      ownerId: viewer.organizationId,
      number,
      createdAt: at,
      createdBy: person,
      authors,
    };
    const fields = await manager
      .createQueryBuilder()
      .insert()
      .into(ItemVersionRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    const inserted: unknown = fields.raw;
    if (Array.isArray(inserted) && inserted.length === 0) throw changed();
    const whose = { itemVersionId: row.id, itemId, ownerId: row.ownerId };
    if (parts.length > 0)
      await manager.insert(
        ItemPartRow,
        parts.map((part, index) => ({ ...part, tags: [...part.tags], ...whose, number: index + 1 })),
      );
    return row;
  }

  /** The parts of own versions, in their order; versions without parts are absent. */
  async partsOf(versions: readonly string[]): Promise<Map<string, ItemPartRow[]>> {
    const { manager, viewer } = this.transaction;
    const rows = await manager.find(ItemPartRow, {
      where: { itemVersionId: In([...versions]), ownerId: viewer.organizationId },
      order: { number: 'ASC' },
    });
    return Map.groupBy(rows, ({ itemVersionId }) => itemVersionId);
  }

  /** The latest version of an own item; undefined for what is absent or somebody else's. */
  async latest(itemId: string): Promise<ItemVersionRow | undefined> {
    const { manager, viewer } = this.transaction;
    const [row] = await manager.find(ItemVersionRow, {
      where: { itemId, ownerId: viewer.organizationId },
      order: { number: 'DESC' },
      take: 1,
    });
    return row;
  }

  async item(itemId: string, kind: ItemRow['kind']): Promise<ItemRow | undefined> {
    const [row] = await this.transaction.prepared<ItemRow>(
      `SELECT id, kind, owner_id AS "ownerId", created_at AS "createdAt", created_by AS "createdBy"
       FROM item WHERE id = $1 AND owner_id = $2 AND kind = $3`,
      [itemId, this.transaction.viewer.organizationId, kind],
    );
    return row;
  }

  /** The short reference that an own item has for its owner. */
  async reference(itemId: string): Promise<string> {
    const row = await this.transaction.one<{ reference: string }>(
      'SELECT reference FROM item_reference WHERE item_id = $1 AND team_id = $2',
      [itemId, this.transaction.viewer.organizationId],
    );
    if (!row) throw new Error('Every item has a reference.');
    return row.reference;
  }

  async version(itemId: string, number: number): Promise<ItemVersionRow | undefined> {
    const { manager, viewer } = this.transaction;
    return (
      (await manager.findOneBy(ItemVersionRow, { itemId, number, ownerId: viewer.organizationId })) ??
      undefined
    );
  }

  async versions(itemId: string): Promise<ItemVersionRow[]> {
    const { manager, viewer } = this.transaction;
    return manager.find(ItemVersionRow, {
      where: { itemId, ownerId: viewer.organizationId },
      order: { number: 'ASC' },
    });
  }

  /** Every release of an item, oldest first. */
  async releases(itemId: string): Promise<ReleaseRow[]> {
    const { manager, viewer } = this.transaction;
    return manager.find(ReleaseRow, {
      where: { itemId, ownerId: viewer.organizationId },
      order: { releasedAt: 'ASC' },
    });
  }

  /** What of the own national overlay bars a version from the public; null where nothing does. */
  async barredFromPublicBy(versionId: string): Promise<{ law: string; clause: string } | null> {
    const sql = 'SELECT facts FROM app.item_facts_for_viewer(ARRAY[$1::uuid])';
    const found = await this.transaction.one<{ facts: ItemFacts }>(sql, [versionId]);
    if (!found) throw new Error('Every version has facts.');
    return barredFromPublicBy(found.facts);
  }

  /** Waits until nothing of these own items is on its way to anybody. */
  async holdReaders(itemIds: readonly string[]): Promise<void> {
    await this.transaction.query('SELECT app.hold_readers_of($1)', [itemIds]);
  }

  async withdrawal(itemId: string): Promise<WithdrawalRow | undefined> {
    return (await this.transaction.manager.findOneBy(WithdrawalRow, { itemId })) ?? undefined;
  }
}

const changed = () =>
  Refusal.conflict(
    'item/changed',
    'The item has a later version. Read it again and repeat your change on top of it.',
  );
