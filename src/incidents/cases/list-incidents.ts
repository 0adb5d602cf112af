import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { Paging } from '../../platform/paging';
import type { ServedBody } from '../../platform/served-body';
import { isAnonymous } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type ItemListQuery, pick, readWanted, ServeItem } from '../../disclosure';
import { CasesStore, type ListedCase } from './cases.store';
import { type OwnIncidentPage, presentCases } from './incident.view';

const OWN_FIELDS = [
  'id',
  'reference',
  'created_at',
  'changed_at',
  'title',
  'version',
  'tlp',
  'information_type',
  'categories',
  'sectors',
  'severity',
  'reports',
  'released_version',
  'withdrawn',
];

/** Lists incidents: what others share with the viewer, through the gate, or the viewer's own cases. */
@Injectable()
export class ListIncidents {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly serve: ServeItem,
    private readonly store: CasesStore,
    private readonly paging: Paging,
  ) {}

  /** @throws Refusal `cursor/invalid`, 422 for a filter that the scope does not take, `access/people-only` */
  async run(query: ItemListQuery, known?: string): Promise<ServedBody | OwnIncidentPage> {
    return query.scope === 'own' ? this.own(query) : this.serve.list('incident', query, known);
  }

  private async own(query: ItemListQuery): Promise<OwnIncidentPage> {
    if (!this.transaction.viewer.personId) throw this.peopleOnly();
    const wanted = readWanted(query, OWN_FIELDS);
    const page = await this.paging.page<ListedCase>(query, {
      name: `incidents|own|${wanted.binding}`,
      placeOf: ({ created_at, id }) => [created_at.toISOString(), id],
      load: ([createdAt, id], limit) =>
        this.store.page(wanted, createdAt && id ? { createdAt, id } : null, limit),
    });
    const { items, next } = presentCases(page);
    return { scope: 'own', items: items.map((item) => pick(item, wanted.fields)), next };
  }

  private peopleOnly(): Refusal {
    const detail = 'Own cases are for the people of an organization. Sign in as one of them.';
    return isAnonymous(this.transaction.viewer)
      ? new Refusal('unauthenticated', 401, detail, [], { 'WWW-Authenticate': 'Bearer realm="accord"' })
      : Refusal.forbidden('access/people-only', detail);
  }
}
