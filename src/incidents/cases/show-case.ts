import { Injectable } from '@nestjs/common';
import { type ItemRow, ItemsStore } from '../../disclosure';
import { Organizations } from '../../organizations';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { People } from '../people';
import { presentReportSummary } from '../reports/report.view';
import { ReportsStore } from '../reports/reports.store';
import { presentNote, presentRelease, presentWithdrawal } from './case-acts.view';
import { asCaseVersion } from './case-content';
import { audienceOf, presentVersion } from './case-version.view';
import { Cases } from './cases';
import { CasesStore } from './cases.store';
import type { OwnIncident } from './incident.view';
import { ReadTimeline } from './read-timeline';

const FIRST_PAGE = { limit: 50 };

/** The whole of a case, for its owner's people. */
@Injectable()
export class ShowCase {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cases: Cases,
    private readonly items: ItemsStore,
    private readonly reports: ReportsStore,
    private readonly store: CasesStore,
    private readonly timeline: ReadTimeline,
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  /** An own case; undefined for systems and for whatever is not the viewer's own. */
  async find(id: string): Promise<OwnIncident | undefined> {
    const item = this.transaction.viewer.personId ? await this.cases.find(id) : undefined;
    return item && this.present(item, await this.gather(id));
  }

  /** A case that was just found or changed. @throws Refusal 404 */
  async show(id: string): Promise<OwnIncident> {
    return this.present(await this.cases.own(id), await this.gather(id));
  }

  private async gather(id: string) {
    const versions = (await this.items.versions(id)).map(asCaseVersion);
    return {
      reference: await this.items.reference(id),
      versions,
      parts: await this.items.partsOf(versions.map((version) => version.id)),
      reports: await this.reports.ofCase(id),
      notes: await this.store.notes(id),
      releases: await this.items.releases(id),
      withdrawal: await this.items.withdrawal(id),
      timeline: await this.timeline.run(id, FIRST_PAGE),
    };
  }

  private async present(
    { id, createdAt, createdBy }: ItemRow,
    {
      reference,
      versions,
      parts,
      reports,
      notes,
      releases,
      withdrawal,
      timeline,
    }: Awaited<ReturnType<ShowCase['gather']>>,
  ): Promise<OwnIncident> {
    const latest = versions.at(-1);
    if (!latest) throw new Error('Every case has a first version.');
    const named = await this.people.named([
      createdBy,
      ...versions.flatMap((version) => [version.createdBy, ...version.authors]),
      ...reports.map(({ filed_by }) => filed_by),
      ...notes.map(({ writtenBy }) => writtenBy),
      ...releases.map(({ releasedBy }) => releasedBy),
      ...(withdrawal ? [withdrawal.recordedBy] : []),
    ]);
    const organizations = await this.organizations.byIds(versions.flatMap(audienceOf));
    const numbers = new Map(versions.map((version) => [version.id, version.number]));
    const current = releases.find(({ supersededAt }) => supersededAt === null);
    return {
      id,
      reference,
      created_at: createdAt.toISOString(),
      created_by: named(createdBy),
      aware_at: latest.content.aware_at ?? null,
      title: latest.title,
      version: latest.number,
      released_version: current ? (numbers.get(current.itemVersionId) ?? null) : null,
      versions: versions.map((version) =>
        presentVersion(version, parts.get(version.id) ?? [], named, organizations),
      ),
      reports: reports.map((report) => presentReportSummary(report, named)),
      notes: notes.map((note) => presentNote(note, named)),
      releases: releases.map((release) => presentRelease(release, named, numbers)),
      withdrawal: withdrawal ? presentWithdrawal(withdrawal, named) : null,
      timeline,
    };
  }
}
