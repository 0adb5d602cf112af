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
import { PlatformModule } from './platform/platform.module';
import type { Settings } from './platform/settings';
import { PortalModule } from './portal';
import { RecordModule } from './record';

/** The whole application over one database, as the role that owns nothing. */
@Module({})
export class AppModule {
  /** @param appUrl address of the database under the application role */
  static forRoot(settings: Settings, appUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: appUrl,
          applicationName: 'accord',
          entities,
          synchronize: false,
          installExtensions: false,
          // Each statement sees what was committed before it: who waited for a lock judges by what holds afterwards.
          extra: { max: 20, options: '-c default_transaction_isolation=read\\ committed' },
        }),
        PlatformModule.with(settings),
        RecordModule,
        DisclosureModule,
        OrganizationsModule,
        AccountsModule,
        AgreementsModule,
        MeModule,
        IncidentsModule,
        AdvisoriesModule,
        PortalModule,
      ],
    };
  }
}
