import { Injectable } from '@nestjs/common';
import { ServeItem } from '../disclosure';
import { Organizations } from '../organizations';
import { Cursors } from '../platform/cursor';
import { Refusal } from '../platform/refusal';
import type { ServedBody } from '../platform/served-body';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { ListAdvisoriesQuery } from './advisories.dto';
import { AdvisoriesStore, type ListPosition } from './advisories.store';
import type { OwnAdvisoryPage } from './advisory-view.dto';
import { namedIn, presentSummary } from './present-advisory';

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
  async execute(query: ListAdvisoriesQuery, known?: string): Promise<OwnAdvisoryPage | ServedBody> {
    if (query.scope === 'own') return this.ownPage(query);
    if (query.tlp !== undefined)
      throw Refusal.invalid({
        field: 'tlp',
        rule: 'unknown',
        message: 'tlp is a filter of own advisories only',
      });
    return this.serve.list('advisory', query.cursor, query.limit, known);
  }

  private async ownPage({ cursor, limit, tlp }: ListAdvisoriesQuery): Promise<OwnAdvisoryPage> {
    const { viewer } = this.transaction;
    if (!viewer.personId)
      throw Refusal.forbidden('access/not-for-you', 'Own advisories are for people of the organization.');
    const binding = `${viewer.organizationId}|own advisories|${tlp ?? ''}`;
    const after = cursor === undefined ? null : this.position(this.cursors.open(cursor, binding));
    // One more than asked for tells whether a next page exists.
    const found = await this.store.page(after, tlp ?? null, limit + 1);
    const page = found.slice(0, limit);
    const names = await this.organizations.byIds(namedIn(page));
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      scope: 'own',
      items: page.map((advisory) => presentSummary(advisory, names)),
      next: last ? this.cursors.seal(`${last.created_at.toISOString()}|${last.id}`, binding) : null,
    };
  }

  private position(opened: string): ListPosition {
    const [createdAt = '', id = ''] = opened.split('|');
    return { createdAt, id };
  }
}
