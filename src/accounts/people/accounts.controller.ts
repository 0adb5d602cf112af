import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { ProvesAgain } from '../../platform/prove-again';
import { Access } from '../../platform/access';
import { byId, PageQuery, Paging } from '../../platform/paging';
import {
  AccountPage,
  AccountView,
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
import { ShowAccount } from './show-account';
import { VersionedAccount } from './versioned-account';
import { AsksItself } from '../still-acting.interceptor';

const ID = { name: 'id', format: 'uuid' };
const NOT_OURS = { description: 'There is no such account of your organization' };

@ApiTags('accounts')
@ApiBearerAuth()
@AsksItself()
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly store: AccountsStore,
    private readonly paging: Paging,
    private readonly showAccount: ShowAccount,
    private readonly createAccount: CreateAccount,
    private readonly changeRoles: ChangeRoles,
    private readonly recordDeparture: RecordDeparture,
  ) {}

  @Get()
  @Access('administrator', 'auditor')
  @ApiOperation({ summary: 'List the accounts of your organization, of those who left too' })
  @ApiOkResponse({ type: AccountPage })
  async list(@Query() query: PageQuery): Promise<AccountPage> {
    return presentAccounts(
      await this.paging.page(
        query,
        byId('accounts', (after, limit) => this.store.page(after, limit)),
      ),
    );
  }

  @Post()
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({ summary: 'Create an account for a person of your organization' })
  @ApiCreatedResponse({ type: AccountView })
  @ApiConflictResponse({ description: 'An account with this e-mail exists already' })
  async create(@Body() body: CreateAccountBody): Promise<AccountView> {
    return presentAccount(await this.createAccount.run(body));
  }

  @Get(':id')
  @Access('administrator', 'auditor')
  @VersionedAccount
  @ApiOperation({ summary: 'Read an account of your organization' })
  @ApiParam(ID)
  @ApiOkResponse({ type: AccountView })
  @ApiNotFoundResponse(NOT_OURS)
  show(@Param('id') id: string): Promise<AccountView> {
    return this.showAccount.run(id);
  }

  @Put(':id/roles')
  @ProvesAgain()
  @VersionedAccount
  @Access('administrator')
  @ApiOperation({
    summary: 'Replace the roles of a colleague',
    description:
      'The colleague signs in anew: sessions under the former roles end. Nobody changes her or his own.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: AccountView })
  @ApiForbiddenResponse({ description: 'It is your own account, or you are no administrator any more' })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'The person has left, or no administrator would be left' })
  async roles(@Param('id') id: string, @Body() body: RolesBody): Promise<AccountView> {
    return presentAccount(await this.changeRoles.run(id, body));
  }

  @Post(':id/departure')
  @VersionedAccount
  @Access('administrator')
  @ApiOperation({
    summary: 'Record that a person has left',
    description: 'It is final: nothing that the person holds is accepted from then on, tokens included.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AccountView })
  @ApiForbiddenResponse({ description: 'You are no administrator any more' })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'The person has left already, or no administrator would be left' })
  async departure(@Param('id') id: string, @Body() body: DepartureBody): Promise<AccountView> {
    return presentAccount(await this.recordDeparture.run(id, body));
  }
}
