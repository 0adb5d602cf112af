import { Injectable } from '@nestjs/common';
import { type ItemListQuery, type OwnPlace, pick, readWanted, ServeItem } from '../disclosure';
import { Organizations } from '../organizations';
import { Cursors } from '../platform/cursor';
import { Refusal } from '../platform/refusal';
import type { ServedBody } from '../platform/served-body';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AdvisoriesStore } from './advisories.store';
import type { OwnAdvisoryPage } from './advisory-view.dto';
import { namedIn, presentSummary } from './present-advisory';

const OWN_FIELDS = [
  'id',
  'reference',
  'created_at',
  'version',
  'title',
  'handling',
  'third_party',
  'released_version',
  'withdrawn',
];

/** Lists advisories: what others share with the viewer, or what the viewer's own organization has. */
@Injectable()
export class ListAdvisories {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AdvisoriesStore,
    private readonly organizations: Organizations,
    private readonly serve: ServeItem,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `cursor/invalid`, `access/not-for-you`, 422 for a filter that this list does not have */
  async execute(query: ItemListQuery, known?: string): Promise<OwnAdvisoryPage | ServedBody> {
    return query.scope === 'own' ? this.ownPage(query) : this.serve.list('advisory', query, known);
  }

  private async ownPage(query: ItemListQuery): Promise<OwnAdvisoryPage> {
    const { viewer } = this.transaction;
    if (!viewer.personId)
      throw Refusal.forbidden('access/not-for-you', 'Own advisories are for people of the organization.');
    const { cursor, limit } = query;
    const wanted = readWanted(query, OWN_FIELDS);
    const binding = `${viewer.organizationId}|own advisories|${wanted.binding}`;
    const place = cursor === undefined ? null : this.position(this.cursors.open(cursor, binding));
    // One more than asked for tells whether a next page exists.
    const found = await this.store.page(wanted, place, limit + 1);
    const page = found.slice(0, limit);
    const names = await this.organizations.byIds(namedIn(page));
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      scope: 'own',
      items: page.map((advisory) => pick(presentSummary(advisory, names), wanted.fields)),
      next: last ? this.cursors.seal(`${last.created_at.toISOString()}|${last.id}`, binding) : null,
    };
  }

  private position(opened: string): OwnPlace {
    const [createdAt = '', id = ''] = opened.split('|');
    return { createdAt, id };
  }
}
