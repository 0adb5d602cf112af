import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts';
import { AgreementsModule } from './agreements';
import { DisclosureModule } from './disclosure';
import { AdvisoriesModule } from './advisories';
import { entities } from './entities';
import { IncidentsModule } from './incidents';
import { MeModule } from './me';
import { OrganizationsModule } from './organizations';
import { withReadCommitted } from './platform/data-source';
import type { DatabaseAddresses } from './platform/prepare-database';
import { PlatformModule } from './platform/platform.module';
import type { Settings } from './platform/settings';
import { OverlaysModule } from './overlays';
import { PortalModule } from './portal';
import { RecordModule } from './record';

/** The whole application over one database, as roles that own nothing. */
@Module({})
export class AppModule {
  /** @param addresses the database under the roles that serve and that run jobs */
  static forRoot(settings: Settings, { appUrl, jobsUrl }: DatabaseAddresses): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: withReadCommitted(appUrl),
          applicationName: 'accord',
          entities,
          synchronize: false,
          installExtensions: false,
          extra: { max: 20 },
        }),
        PlatformModule.with(settings, jobsUrl),
        RecordModule,
        DisclosureModule,
        OrganizationsModule,
        AccountsModule,
        OverlaysModule,
        AgreementsModule,
        MeModule,
        IncidentsModule,
        AdvisoriesModule,
        PortalModule,
      ],
    };
  }
}
