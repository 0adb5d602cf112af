import { Injectable } from '@nestjs/common';
import { DerivedItems, forEverybody, type ItemRow, ItemsStore, ServeItem } from '../disclosure';
import { Organizations } from '../organizations';
import { Refusal } from '../platform/refusal';
import { ServedBody } from '../platform/served-body';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AdvisoriesStore } from './advisories.store';
import { contentOf } from './advisory-content';
import type { AdvisoryView } from './advisory-view.dto';
import { csafFileName } from './csaf/mapping/filename-csaf';
import { CsafSourcesStore } from './csaf-sources.store';
import { OwnAdvisories } from './own-advisories';
import { actingOn, namedIn, presentAdvisory } from './present-advisory';
import { csafOf, isFindings } from './render-csaf';
import { isLabelled, previewOf } from './variant-preview';

/** Shows one advisory: all of it to people of its owner, and to everybody else what the gate lets through. */
@Injectable()
export class ShowAdvisory {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly organizations: Organizations,
    private readonly own: OwnAdvisories,
    private readonly store: AdvisoriesStore,
    private readonly sources: CsafSourcesStore,
    private readonly serve: ServeItem,
    private readonly derived: DerivedItems,
  ) {}

  /**
   * @param known the If-None-Match of the request
   * @throws Refusal `not-found`, the same for what is absent and what is withheld
   */
  async execute(id: string, known?: string): Promise<AdvisoryView | ServedBody> {
    const item = await this.ownOf(id);
    return item ? this.view(item) : this.serve.document('advisory', id, 'json', known);
  }

  /**
   * The CSAF document. To people of its owner: the imported bytes, or the latest version as everybody would get it,
   * which is no disclosure.
   * @throws Refusal `not-found`, `advisory/no-csaf`
   */
  async csaf(id: string, known?: string): Promise<ServedBody> {
    const item = await this.ownOf(id);
    return item ? this.ownCsaf(item, known) : this.serve.document('advisory', id, 'csaf', known);
  }

  /** The owner's view of an own advisory. @throws Refusal `not-found` */
  async ownView(id: string): Promise<AdvisoryView> {
    return this.view(await this.own.require(id));
  }

  private async ownOf(id: string): Promise<ItemRow | undefined> {
    return this.transaction.viewer.personId ? this.own.find(id) : undefined;
  }

  private async view(item: ItemRow): Promise<AdvisoryView> {
    const [versions, releases] = [await this.store.versions(item.id), await this.items.releases(item.id)];
    const withdrawal = await this.items.withdrawal(item.id);
    const found = {
      item,
      reference: await this.items.reference(item.id),
      versions,
      parts: await this.items.partsOf(versions.map((version) => version.id)),
      releases,
      withdrawal,
      source: await this.sources.latestOf(item.id),
      caseId: await this.store.caseOf(item.id),
      derivedFrom: await this.derived.of(item.id),
      people: await this.store.people(actingOn(versions, releases, withdrawal)),
    };
    return presentAdvisory(found, await this.organizations.byIds(namedIn(versions)));
  }

  private async ownCsaf({ id, ownerId }: ItemRow, known: string | undefined): Promise<ServedBody> {
    const version = await this.items.latest(id);
    if (!version) throw Refusal.notFound();
    const { document, content } = version;
    if (document)
      return new ServedBody(
        document,
        'application/json',
        true,
        known,
        csafFileName(contentOf(content).tracking_id),
      );
    const parts = (await this.items.partsOf([version.id])).get(version.id) ?? [];
    if (!isLabelled(version))
      throw Refusal.conflict('advisory/no-csaf', 'A CSAF document needs a TLP label; this has none yet.');
    const csaf = csafOf(
      previewOf(version, await this.organizations.byId(ownerId), {
        externalId: id,
        history: await this.historyOf(id, version.id),
        toPublic: true,
        parts: forEverybody(parts, version),
      }),
    );
    if (isFindings(csaf))
      throw Refusal.conflict('advisory/no-csaf', csaf.map(({ message }) => message).join(' '));
    return new ServedBody(csaf.bytes, 'application/json', true, known, csaf.fileName);
  }

  /** The revisions as everybody would count them: those they have had, and this one if they have not. */
  private async historyOf(itemId: string, versionId: string) {
    const had = await this.store.publicHistory(itemId);
    const place = had.findIndex((version) => version.versionId === versionId);
    if (place >= 0) return had.slice(0, place + 1);
    const next = { number: had.length + 1, madeAt: this.transaction.at.toISOString() };
    return [...had, next];
  }
}
