import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { PART_KINDS } from '../../src/disclosure';
import { partsOf } from './given-parts';
import { giveApprovals } from './given-approvals';
import { GivenConditions } from './given-conditions';
import { type GivenRelease, releasesOf } from './given-releases';
import { before, type Hands, insertRow, time } from './given-rows';
import type { GivenItem, GivenPart, GivenVersion, Moment } from './given-world';

/** Writes items with their versions, releases and withdrawals. */
export class GivenItems {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  async item(given: GivenItem): Promise<string> {
    const { owner, versions } = given;
    const { releases, withdrawnAt } = releasesOf(given);
    const id = newId();
    await insertRow(this.owner, 'item', {
      id,
      kind: 'advisory',
      owner_id: owner,
      created_at: before,
      created_by: this.hands.author(owner),
    });
    await new GivenConditions(this.owner, this.hands).of(id, given);
    const ids: string[] = [];
    for (const [index, version] of versions.entries()) {
      const parts = partsOf(version, given.insisted ?? false);
      const written = await this.version(id, owner, index + 1, version, parts);
      ids.push(written);
      const release = releases[index];
      if (release) await this.release(id, written, owner, version, release);
    }
    await giveApprovals(this.owner, this.hands, { id, versions: ids }, given);
    if (withdrawnAt !== null) await this.withdraw(id, owner, withdrawnAt);
    return id;
  }

  private async withdraw(item: string, owner: string, at: Moment): Promise<void> {
    await insertRow(this.owner, 'withdrawal', {
      item_id: item,
      owner_id: owner,
      at: time(at),
      recorded_by: this.hands.author(owner),
      reason: 'given in a test',
    });
    await this.follow(item, at);
  }

  /** The release that was current is no longer. */
  private follow(item: string, at: Moment): Promise<unknown> {
    return this.owner.query(
      'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
      [item, time(at)],
    );
  }

  private async version(
    item: string,
    owner: string,
    number: number,
    given: GivenVersion,
    parts: Required<GivenPart>[],
  ): Promise<string> {
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
      product_types: given.productTypes ?? [],
      sectors: given.sectors,
      severity: given.severity ?? null,
      nexus: given.nexus ?? [],
      pap: given.pap ?? null,
      embargo_until: time(given.embargo),
      third_party: given.thirdParty ?? false,
      audience_any: given.audience === 'any',
      audience_include: given.audience === 'any' ? [] : given.audience,
      audience_exclude: given.exclude,
      parts: parts.length,
      named_persons: (given.named ?? []).map(({ person }) => person),
    });
    for (const [index, part] of parts.entries()) await this.part(id, item, owner, index + 1, part);
    return id;
  }

  /** Its title and its text each have a word of their own, so that wherever either turns up it can be told. */
  private part(
    version: string,
    item: string,
    owner: string,
    number: number,
    { tlp, type, pap, tags, victim }: Required<GivenPart>,
  ): Promise<void> {
    return insertRow(this.owner, 'item_part', {
      item_version_id: version,
      number,
      item_id: item,
      owner_id: owner,
      kind: PART_KINDS[number % PART_KINDS.length],
      title: `Part ${number} ${newId()}`,
      text: `Text ${newId()}`,
      tlp,
      information_type: type,
      pap,
      tags,
      victim,
    });
  }

  private async release(
    item: string,
    version: string,
    owner: string,
    { embargo, byAuthor }: GivenVersion,
    release: GivenRelease,
  ): Promise<void> {
    await this.follow(item, release.at);
    const by = byAuthor ? this.hands.author(owner) : this.hands.releaser(owner);
    if (release.emergency) await this.emergency({ item, version, owner, by }, release.at);
    await insertRow(this.owner, 'release', {
      item_version_id: version,
      item_id: item,
      owner_id: owner,
      released_at: time(release.at),
      released_by: by,
      public: release.public,
      emergency: release.emergency,
      embargo_until: time(embargo),
    });
  }

  private async emergency(
    { item, version, owner, by }: Record<'item' | 'version' | 'owner' | 'by', string>,
    at: Moment,
  ): Promise<void> {
    await this.owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', now()) ON CONFLICT DO NOTHING`,
      [by],
    );
    await insertRow(this.owner, 'emergency_release', {
      ...{ id: newId(), item_version_id: version, item_id: item, owner_id: owner },
      ...{ released_at: time(at), released_by: by, reason: 'given in a test' },
      due_at: time(at + 86_400_000),
    });
  }
}
