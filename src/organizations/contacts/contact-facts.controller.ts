import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
import { Access } from '../../platform/access';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { OwnOrganization } from '../own-organization';
import { PageQuery, Paging } from '../../platform/paging';
import { ContactHistoryStore, type ContactVerification, type ContactVersion } from './contact-history.store';
import { VerifyContactBody } from './contacts.dto';
import { ContactVersionPage, ContactView, ContactVerificationPage } from './contacts.view';
import { presentContact, presentContactVersion, presentVerification } from './present-contact';
import { VersionedContact } from './versioned-contact';
import { VerifyContact } from './verify-contact';

const NOT_FOUND = { description: 'It is not your organization, or there is no such contact' };

@ApiTags('organizations')
@ApiBearerAuth()
@ApiParam({ name: 'handle', example: 'pkcert' })
@ApiParam({ name: 'id', format: 'uuid' })
@Controller('api/v1/organizations/:handle/contacts/:id')
export class ContactFactsController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnOrganization,
    private readonly history: ContactHistoryStore,
    private readonly paging: Paging,
    private readonly verifyContact: VerifyContact,
  ) {}

  @Post('verifications')
  @VersionedContact
  @Access('administrator', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Record that you tried a contact of your own organization, and that it is true',
    description: 'Nobody verifies what she or he entered. It counts for twelve months.',
  })
  @ApiCreatedResponse({ type: ContactView })
  @ApiForbiddenResponse({ description: 'It is not your organization, or you entered this version' })
  @ApiNotFoundResponse({ description: 'There is no such contact' })
  @ApiConflictResponse({ description: 'The contact has another version by now' })
  async verify(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @Body() body: VerifyContactBody,
  ): Promise<ContactView> {
    return presentContact(await this.verifyContact.run(handle, id, body), this.transaction.at);
  }

  @Get('verifications')
  @Access('person')
  @ApiOperation({ summary: 'List who verified a contact of your own organization, and how' })
  @ApiOkResponse({ type: ContactVerificationPage })
  @ApiNotFoundResponse(NOT_FOUND)
  async verifications(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ContactVerificationPage> {
    await this.removedAt(handle, id);
    const { page, next } = await this.paging.page(query, {
      name: `contact-verifications|${id}`,
      placeOf: (found: ContactVerification) => [found.id],
      load: ([before], limit) => this.history.verifications(id, before, limit),
    });
    return { items: page.map(presentVerification), next };
  }

  @Get('versions')
  @Access('person')
  @ApiOperation({ summary: 'List what a contact of your own organization has said' })
  @ApiOkResponse({ type: ContactVersionPage })
  @ApiNotFoundResponse(NOT_FOUND)
  async versions(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ContactVersionPage> {
    const removedAt = await this.removedAt(handle, id);
    const { page, next } = await this.paging.page(query, {
      name: `contact-versions|${id}`,
      placeOf: ({ version }: ContactVersion) => [String(version)],
      load: ([before], limit) => this.history.versions(id, before, limit),
    });
    const removed_at = removedAt?.toISOString() ?? null;
    return { items: page.map(presentContactVersion), next, removed_at };
  }

  /** @throws Refusal 404 for what is no contact of the own organization */
  private async removedAt(handle: string, id: string): Promise<Date | null> {
    const { id: organizationId } = await this.own.toRead(handle);
    const found = isUuid(id) ? await this.history.removedAt(organizationId, id) : undefined;
    if (found === undefined) throw Refusal.notFound();
    return found;
  }
}
