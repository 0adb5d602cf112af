import { Injectable } from '@nestjs/common';
import { SharingRecord } from '../../record';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AwaitedConsents } from '../consent-requests/awaited-consents';
import { ConsentsStore } from '../consents/consents.store';
import { PublicDisclosure } from '../public-disclosure';
import { type ItemRow, type ItemVersionRow, ReleaseRow } from './item.entity';
import { ItemsStore } from './items.store';
import { releaseRefusal } from './rules/fit-for-release';

interface How {
  public?: boolean;
  emergency?: boolean;
  standing?: { rule: string; releasedBy: string };
}

/** Releases a version of an own item: from now on it is the current one, and leaves for whom the terms admit. */
@Injectable()
export class ReleaseItem {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly record: SharingRecord,
    private readonly disclosure: PublicDisclosure,
    private readonly consents: ConsentsStore,
    private readonly awaited: AwaitedConsents,
  ) {}

  /**
   * @param number the version that the releaser has read; only the latest is released
   * @param toPublic whether a CLEAR version is released to everybody
   * @throws Refusal `release/…`, `item/changed`, `not-found`
   */
  async execute(
    kind: ItemRow['kind'],
    itemId: string,
    number: number,
    toPublic: boolean,
  ): Promise<ReleaseRow> {
    const { viewer } = this.transaction;
    // The originator's lock: a release and a new grant cannot miss each other. Its wait renews the instant.
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    const { version, releases } = await this.requireFit(
      kind,
      itemId,
      number,
      toPublic,
      this.transaction.person,
    );
    return this.write(version, this.instantAfter(releases), { public: toPublic });
  }

  /** When a version is released now: two releases in one millisecond would leave the former without an instant of its own. */
  instantAfter(releases: readonly ReleaseRow[]): Date {
    const last = releases.at(-1)?.releasedAt.getTime() ?? 0;
    return new Date(Math.max(this.transaction.at.getTime(), last + 1));
  }

  /**
   * A version that a person might release now, with the releases before it.
   * @param person who would; undefined for somebody who is not an author of it
   * @throws Refusal `release/…`, `item/changed`, `not-found`
   */
  async requireFit(
    kind: ItemRow['kind'],
    itemId: string,
    number: number,
    toPublic: boolean,
    person?: string,
  ): Promise<{ version: ItemVersionRow; releases: ReleaseRow[] }> {
    const version = (await this.items.item(itemId, kind)) && (await this.items.version(itemId, number));
    if (!version) throw Refusal.notFound();
    const latest = await this.items.latest(itemId);
    if (latest?.number !== number)
      throw Refusal.conflict(
        'item/changed',
        'The item has a later version than the one you mean to release.',
      );
    const releases = await this.items.releases(itemId);
    const refusal = releaseRefusal({
      version,
      person: person ?? null,
      toPublic,
      at: this.transaction.at,
      releases,
      withdrawn: (await this.items.withdrawal(itemId)) !== undefined,
      ...(await this.consentsFor(version)),
      forwarded: version.thirdParty && (await this.consents.forwards(this.transaction.at)),
      barredBy: toPublic ? await this.items.barredFromPublicBy(version.id) : null,
    });
    if (refusal) throw new Refusal(refusal.code, refusal.status, refusal.detail, refusal.errors);
    return { version, releases };
  }

  private async consentsFor({ thirdParty, itemId }: ItemVersionRow) {
    if (!thirdParty) return { consents: [], awaited: [] };
    const recorded = await this.consents.lasting(itemId, this.transaction.at);
    return {
      consents: [...recorded, ...(await this.awaited.lasting(itemId))],
      awaited: await this.awaited.of(itemId),
    };
  }

  /**
   * Writes a release of a version that is fit for it; whoever calls holds the originator.
   * @param how to everybody, by one person alone, or under a standing rule, as the release of who approved that: one of them
   */
  async write(
    version: ItemVersionRow,
    releasedAt: Date,
    { public: toPublic = false, emergency = false, standing }: How,
  ): Promise<ReleaseRow> {
    const { person, manager } = this.transaction;
    const { itemId, ownerId, id: itemVersionId, embargoUntil } = version;
    const releasedBy = standing?.releasedBy ?? person;
    await this.transaction.query(
      'UPDATE release SET superseded_at = $2 WHERE item_id = $1 AND superseded_at IS NULL',
      [itemId, releasedAt],
    );
    const release = {
      itemVersionId,
      itemId,
      ownerId,
      releasedAt,
      releasedBy,
      public: toPublic,
      emergency,
      embargoUntil,
      supersededAt: null,
    };
    await manager.insert(ReleaseRow, release);
    await this.transaction.query('SELECT app.after_release($1, $2)', [itemVersionId, releasedAt]);
    await this.record.appendToOwnHouse('released', {
      item: itemId,
      version: version.number,
      released_at: releasedAt,
      released_by: releasedBy,
      public: toPublic,
      ...(emergency && { emergency }),
      ...(standing && { standing_rule: standing.rule, done_by: person }),
      tlp: version.tlp,
      ...(version.tlp === 'RED' && { named_persons: version.namedPersons }),
      authors: version.authors,
    });
    if (toPublic) await this.disclosure.discloseWhatIsDue();
    return release;
  }
}
