import { Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Renderers } from '../disclosure';
import { OrganizationsModule } from '../organizations';
import { AdvisoriesController } from './advisories.controller';
import { AdvisoriesStore } from './advisories.store';
import { AdvisoryFindings } from './advisory-findings';
import { AdvisoryWorkController } from './advisory-work.controller';
import { BulkController } from './bulk/bulk.controller';
import { EachOfMany } from './bulk/each-of-many';
import { ChangeAdvisory } from './change-advisory';
import { CheckAdvisory } from './check-advisory';
import { stopCsafValidator } from './csaf/validator-thread';
import { CsafSourcesStore } from './csaf-sources.store';
import { DraftAdvisory } from './draft-advisory';
import { ImportAdvisory } from './import-advisory';
import { ListAdvisories } from './list-advisories';
import { OwnAdvisories } from './own-advisories';
import { ReleaseAdvisory } from './release-advisory';
import { renderAdvisory } from './render-advisory';
import { ShowAdvisory } from './show-advisory';

/** Advisories: drafted or imported, changed, released, withdrawn, listed and shown. */
@Module({
  imports: [OrganizationsModule],
  // Imports come before ids: both are one step below the collection.
  controllers: [BulkController, AdvisoryWorkController, AdvisoriesController],
  providers: [
    AdvisoriesStore,
    AdvisoryFindings,
    ChangeAdvisory,
    CheckAdvisory,
    CsafSourcesStore,
    DraftAdvisory,
    EachOfMany,
    ImportAdvisory,
    ListAdvisories,
    OwnAdvisories,
    ReleaseAdvisory,
    ShowAdvisory,
  ],
  exports: [ChangeAdvisory, DraftAdvisory, ImportAdvisory, ListAdvisories, ReleaseAdvisory, ShowAdvisory],
})
export class AdvisoriesModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly renderers: Renderers) {}

  onModuleInit(): void {
    this.renderers.register('advisory', renderAdvisory);
  }

  /** After the last answer has gone. */
  onApplicationShutdown(): Promise<void> {
    return stopCsafValidator();
  }
}
