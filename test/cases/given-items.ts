import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { before, type Hands, insertRow, time } from './given-rows';
import type { GivenItem, GivenVersion, Moment } from './given-world';

/** Writes items with their versions, releases and withdrawals. */
export class GivenItems {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  async item({ owner, versions, withdrawn }: GivenItem): Promise<string> {
    const id = newId();
    await insertRow(this.owner, 'item', {
      id,
      kind: 'advisory',
      owner_id: owner,
      created_at: before,
      created_by: this.hands.author(owner),
    });
    let last: Moment | null = null;
    for (const [index, version] of versions.entries())
      last = (await this.version(id, owner, index + 1, version, last)) ?? last;
    if (withdrawn !== null && last !== null) {
      const at = time(Math.max(withdrawn, last + 1));
      await insertRow(this.owner, 'withdrawal', {
        item_id: id,
        owner_id: owner,
        at,
        recorded_by: this.hands.author(owner),
        reason: 'given in a test',
      });
      await this.owner.query(
        'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
        [id, at],
      );
    }
    return id;
  }

  private async version(
    item: string,
    owner: string,
    number: number,
    given: GivenVersion,
    last: Moment | null,
  ): Promise<Moment | null> {
    const id = newId();
    await insertRow(this.owner, 'item_version', {
      id,
      item_id: item,
      owner_id: owner,
      number,
      created_at: before,
      created_by: this.hands.author(owner),
      authors: [this.hands.author(owner)],
      title: `Item ${id}`,
      content: JSON.stringify({
        tracking_id: `T-${id}`,
        lang: 'en',
        // Each text says which version it is of, so that wherever it turns up it can be told.
        summary: `Summary of ${id}`,
        details: `Details of ${id}`,
        recommendation: `Recommendation of ${id}`,
        references: [{ summary: `Reference of ${id}`, url: `https://supplier.example/${id}` }],
        cves: [],
        imported: null,
      }),
      tlp: given.tlp,
      information_type: given.type,
      categories: given.categories,
      sectors: given.sectors,
      severity: given.severity ?? null,
      nexus: given.nexus ?? [],
      pap: given.pap ?? null,
      embargo_until: time(given.embargo),
      audience_any: given.audience === 'any',
      audience_include: given.audience === 'any' ? [] : given.audience,
      audience_exclude: given.exclude,
    });
    const unfit =
      given.tlp === null ||
      given.tlp === 'RED' ||
      given.type === null ||
      !given.categories.length ||
      !given.sectors.length;
    if (given.released === null || unfit) return null;
    const at = Math.max(given.released, (last ?? -1) + 1);
    await this.owner.query(
      'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
      [item, time(at)],
    );
    await insertRow(this.owner, 'release', {
      item_version_id: id,
      item_id: item,
      owner_id: owner,
      released_at: time(at),
      released_by: this.hands.releaser(owner),
      public: given.public && given.tlp === 'CLEAR',
      embargo_until: time(given.embargo),
    });
    return at;
  }
}
