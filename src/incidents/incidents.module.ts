import { Module, type OnModuleInit } from '@nestjs/common';
import { Renderers } from '../disclosure';
import { AccountsModule } from '../accounts';
import { OrganizationsModule } from '../organizations';
import { CaseHandling } from './cases/case-handling';
import { Cases } from './cases/cases';
import { CasesController } from './cases/cases.controller';
import { CasesStore } from './cases/cases.store';
import { ChangeCase } from './cases/change-case';
import { IncidentsController } from './cases/incidents.controller';
import { ListIncidents } from './cases/list-incidents';
import { NoteCase } from './cases/note-case';
import { OpenCase } from './cases/open-case';
import { ReadTimeline } from './cases/read-timeline';
import { ReleaseCase } from './cases/release-case';
import { renderIncident } from './cases/render-incident';
import { ShowCase } from './cases/show-case';
import { TimelineStore } from './cases/timeline.store';
import { WithdrawCase } from './cases/withdraw-case';
import { People } from './people';
import { AnswerReport } from './reports/answer-report';
import { FileReport } from './reports/file-report';
import { ReadReports } from './reports/read-reports';
import { ReportsController } from './reports/reports.controller';
import { ReportsStore } from './reports/reports.store';

const useCases = [
  FileReport,
  AnswerReport,
  ReadReports,
  OpenCase,
  ChangeCase,
  NoteCase,
  ReleaseCase,
  WithdrawCase,
  ShowCase,
  ListIncidents,
  ReadTimeline,
];

/** Reports from constituents, and the cases (incidents) that a national CERT makes of them. */
@Module({
  imports: [OrganizationsModule, AccountsModule],
  controllers: [ReportsController, IncidentsController, CasesController],
  providers: [People, ReportsStore, Cases, CasesStore, CaseHandling, TimelineStore, ...useCases],
  exports: useCases,
})
export class IncidentsModule implements OnModuleInit {
  constructor(private readonly renderers: Renderers) {}

  onModuleInit(): void {
    this.renderers.register('incident', renderIncident);
  }
}
