import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AgreementsModule } from '../agreements';
import { OrganizationsModule } from '../organizations';
import { DescribeMe } from './describe-me';
import { MeController } from './me.controller';

/** What a caller may know of itself. */
@Module({
  imports: [OrganizationsModule, AccountsModule, AgreementsModule],
  controllers: [MeController],
  providers: [DescribeMe],
  exports: [DescribeMe],
})
export class MeModule {}
