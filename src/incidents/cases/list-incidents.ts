import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import type { ServedBody } from '../../platform/served-body';
import { isAnonymous } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ServeItem } from '../../disclosure';
import { Keyset } from '../keyset';
import type { ListIncidentsQuery } from './case-acts.dto';
import { type CaseFilters, CasesStore, type ListedCase } from './cases.store';
import { type OwnIncidentPage, presentCases } from './incident.view';

/** Where a list of ids that shows the newest first begins. */
const NEWEST = ['ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Lists incidents: what others share with the viewer, through the gate, or the viewer's own cases. */
@Injectable()
export class ListIncidents {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly serve: ServeItem,
    private readonly store: CasesStore,
    private readonly keyset: Keyset,
  ) {}

  /** @throws Refusal `cursor/invalid`, 422 for a filter that the scope does not take, `access/people-only` */
  async run(query: ListIncidentsQuery, known?: string): Promise<ServedBody | OwnIncidentPage> {
    if (query.scope === 'own') return this.own(query);
    const { tlp, category, severity, cursor, limit } = query;
    const given = Object.entries({ tlp, category, severity }).filter(([, value]) => value !== undefined);
    // A filter that is not applied would mean "all".
    if (given.length > 0)
      throw Refusal.invalid(
        ...given.map(([field]) => ({ field, rule: 'scope', message: 'is for scope=own only' })),
      );
    return this.serve.list('incident', cursor, limit, known);
  }

  private async own(query: ListIncidentsQuery): Promise<OwnIncidentPage> {
    if (!this.transaction.viewer.personId) throw this.peopleOnly();
    const { tlp = null, category = null, severity = null } = query;
    const filters: CaseFilters = { tlp, category, severity };
    const page = await this.keyset.page<ListedCase>(
      {
        binding: `incidents|own|${tlp}|${category}|${severity}`,
        load: ([before] = NEWEST, limit) => this.store.page(filters, before ?? NEWEST[0], limit),
        positionOf: ({ id }) => [id],
      },
      query,
    );
    return presentCases(page);
  }

  private peopleOnly(): Refusal {
    const detail = 'Own cases are for the people of an organization. Sign in as one of them.';
    return isAnonymous(this.transaction.viewer)
      ? new Refusal('unauthenticated', 401, detail, [], { 'WWW-Authenticate': 'Bearer realm="accord"' })
      : Refusal.forbidden('access/people-only', detail);
  }
}
