import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { Organizations } from '../organizations';
import { AddContact } from './add-contact';
import { ChangeContact } from './change-contact';
import { ChangeContactBody, ContactBody } from './contacts.dto';
import { ContactList, ContactView } from './contacts.view';
import { ContactsStore } from './contacts.store';
import { presentContact } from './present-contact';
import { RemoveContact } from './remove-contact';
import { ShowContact } from './show-contact';
import { VersionedContact } from './versioned-contact';

const ID = { name: 'id', format: 'uuid' };
const NOT_YOURS = { description: 'It is not your organization' };

@ApiTags('organizations')
@ApiBearerAuth()
@ApiParam({ name: 'handle', example: 'pkcert' })
@Controller('api/v1/organizations/:handle/contacts')
export class ContactsController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: ContactsStore,
    private readonly showContact: ShowContact,
    private readonly addContact: AddContact,
    private readonly changeContact: ChangeContact,
    private readonly removeContact: RemoveContact,
  ) {}

  @Get()
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List the contacts of an organization' })
  @ApiOkResponse({ type: ContactList })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async list(@Param('handle') handle: string): Promise<ContactList> {
    const { id } = await this.organizations.byHandle(handle);
    const { at } = this.transaction;
    return { items: (await this.store.all(id)).map((contact) => presentContact(contact, at)) };
  }

  @Post()
  @Access('administrator')
  @ApiOperation({ summary: 'Add a contact of your own organization' })
  @ApiCreatedResponse({ type: ContactView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiConflictResponse({ description: 'There are as many contacts as an organization may have' })
  async add(@Param('handle') handle: string, @Body() body: ContactBody): Promise<ContactView> {
    return presentContact(await this.addContact.run(handle, body), this.transaction.at);
  }

  @Get(':id')
  @Access('person', 'api-key')
  @VersionedContact
  @ApiOperation({ summary: 'Read a contact of an organization' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ContactView })
  @ApiNotFoundResponse({ description: 'No organization has this handle, or it has no such contact' })
  show(@Param('handle') handle: string, @Param('id') id: string): Promise<ContactView> {
    return this.showContact.run(handle, id);
  }

  @Put(':id')
  @VersionedContact
  @Access('administrator')
  @ApiOperation({
    summary: 'Replace what a contact of your own organization says',
    description: 'With another e-mail or telephone it is not verified any more.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: ContactView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiNotFoundResponse({ description: 'There is no such contact' })
  @ApiConflictResponse({ description: 'Somebody was faster' })
  async change(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @Body() body: ChangeContactBody,
  ): Promise<ContactView> {
    return presentContact(await this.changeContact.run(handle, id, body), this.transaction.at);
  }

  @Delete(':id')
  @VersionedContact
  @HttpCode(204)
  @Access('administrator')
  @ApiOperation({ summary: 'Remove a contact of your own organization' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiNotFoundResponse({ description: 'There is no such contact' })
  async remove(@Param('handle') handle: string, @Param('id') id: string): Promise<void> {
    await this.removeContact.run(handle, id);
  }
}
