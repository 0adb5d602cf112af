import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Access } from '../../platform/access';
import { PageQuery, Paging } from '../paging';
import {
  type AccountPage,
  type AccountView,
  CreateAccountBody,
  DepartureBody,
  presentAccount,
  presentAccounts,
  RolesBody,
} from './accounts.dto';
import { AccountsStore } from './accounts.store';
import { ChangeRoles } from './change-roles';
import { CreateAccount } from './create-account';
import { RecordDeparture } from './record-departure';

@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly store: AccountsStore,
    private readonly paging: Paging,
    private readonly createAccount: CreateAccount,
    private readonly changeRoles: ChangeRoles,
    private readonly recordDeparture: RecordDeparture,
  ) {}

  @Get()
  @Access('administrator', 'auditor')
  async list(@Query() query: PageQuery): Promise<AccountPage> {
    return presentAccounts(
      await this.paging.page('accounts', query, (after, limit) => this.store.page(after, limit)),
    );
  }

  @Post()
  @Access('administrator')
  async create(@Body() body: CreateAccountBody): Promise<AccountView> {
    return presentAccount(await this.createAccount.run(body));
  }

  @Put(':id/roles')
  @Access('administrator')
  async roles(@Param('id') id: string, @Body() body: RolesBody): Promise<AccountView> {
    return presentAccount(await this.changeRoles.run(id, body));
  }

  @Post(':id/departure')
  @Access('administrator')
  async departure(@Param('id') id: string, @Body() body: DepartureBody): Promise<AccountView> {
    return presentAccount(await this.recordDeparture.run(id, body));
  }
}
