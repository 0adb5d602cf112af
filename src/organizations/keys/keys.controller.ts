import { Body, Controller, Delete, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
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
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ContactsStore } from '../contacts/contacts.store';
import { Organizations } from '../organizations';
import { AddKey } from './add-key';
import { AddOpenPgpKeyBody, OpenPgpKeyList, OpenPgpKeyView, presentKey } from './keys.dto';
import { KeysStore } from './keys.store';
import { RemoveKey } from './remove-key';

const FINGERPRINT = { name: 'fingerprint', example: '0123456789ABCDEF0123456789ABCDEF01234567' };
const NOT_YOURS = { description: 'It is not your organization' };

@ApiTags('organizations')
@ApiBearerAuth()
@ApiParam({ name: 'handle', example: 'pkcert' })
@Controller('api/v1/organizations/:handle/keys')
export class KeysController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly contacts: ContactsStore,
    private readonly store: KeysStore,
    private readonly addKey: AddKey,
    private readonly removeKey: RemoveKey,
  ) {}

  @Get()
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List the OpenPGP keys of an organization, with what is to be known of them' })
  @ApiOkResponse({ type: OpenPgpKeyList })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async list(@Param('handle') handle: string): Promise<OpenPgpKeyList> {
    const { id } = await this.organizations.byHandle(handle);
    const addresses = await this.addressesOf(id);
    const { at } = this.transaction;
    return { items: (await this.store.all(id)).map((key) => presentKey(key, addresses, at)) };
  }

  @Post()
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Keep an OpenPGP public key of your own organization',
    description:
      'A newer copy of a key takes the place of the former. Keys of a contact go with the contact.',
  })
  @ApiCreatedResponse({ type: OpenPgpKeyView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiConflictResponse({ description: 'This copy is kept, the key was revoked, or there are too many' })
  async add(@Param('handle') handle: string, @Body() body: AddOpenPgpKeyBody): Promise<OpenPgpKeyView> {
    const key = await this.addKey.run(handle, body);
    return presentKey(key, await this.addressesOf(key.organization_id), this.transaction.at);
  }

  @Get(':fingerprint')
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'Download an OpenPGP key, armored' })
  @ApiParam(FINGERPRINT)
  @ApiProduces('application/pgp-keys')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ description: 'The organization keeps no such key' })
  async show(
    @Param('handle') handle: string,
    @Param('fingerprint') fingerprint: string,
  ): Promise<StreamableFile> {
    const { id } = await this.organizations.byHandle(handle);
    const key = await this.store.find(id, fingerprint.toUpperCase());
    if (!key) throw Refusal.notFound();
    return new StreamableFile(Buffer.from(key.armored), {
      type: 'application/pgp-keys',
      disposition: `attachment; filename="${key.fingerprint}.asc"`,
    });
  }

  @Delete(':fingerprint')
  @HttpCode(204)
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({ summary: 'Keep an OpenPGP key of your own organization no longer' })
  @ApiParam(FINGERPRINT)
  @ApiNoContentResponse()
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiNotFoundResponse({ description: 'Your organization keeps no such key' })
  async remove(@Param('handle') handle: string, @Param('fingerprint') fingerprint: string): Promise<void> {
    await this.removeKey.run(handle, fingerprint);
  }

  private async addressesOf(organizationId: string): Promise<string[]> {
    return (await this.contacts.all(organizationId)).map(({ email }) => email);
  }
}
