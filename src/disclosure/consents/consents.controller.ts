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
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { byId, PageQuery, Paging } from '../../platform/paging';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { DryRun } from '../dry-run/dry-run';
import { NamesItems } from '../lists/items-by-reference';
import { ConfirmConsent } from './confirm-consent';
import { ConsentDesk } from './consent-desk';
import { presentConsent } from './consent.view';
import { ConsentPage, ConsentView, RecordConsentBody, RevokeConsentBody } from './consents.dto';
import { ConsentsStore, type StoredConsent } from './consents.store';
import { RecordConsent } from './record-consent';
import { RevokeConsent } from './revoke-consent';

const ID = { name: 'id', description: 'Your own id of the advisory, or its reference' };
const CONSENT = { name: 'consent', format: 'uuid' };
const OF_SOURCE = { giver: 'source', kind: 'advisory' } as const;
const ABSENT = { description: 'There is no such advisory, or no such consent, of your organization' };

/** The consent of whom another publisher's content came from (D-17). */
@ApiTags('consents')
@ApiBearerAuth()
@ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
@ApiNotFoundResponse(ABSENT)
@NamesItems('advisory')
@Controller('api/v1/advisories/:id/consents')
export class ConsentsController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentDesk,
    private readonly store: ConsentsStore,
    private readonly paging: Paging,
    private readonly recordConsent: RecordConsent,
    private readonly confirmConsent: ConfirmConsent,
    private readonly revokeConsent: RevokeConsent,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the recorded consents of the source of your advisory' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ConsentPage })
  async list(@Param('id') id: string, @Query() query: PageQuery): Promise<ConsentPage> {
    const item = await this.desk.item(id, OF_SOURCE);
    const { page, next } = await this.paging.page<StoredConsent>(
      query,
      byId(`consents|${item}`, (after, limit) => this.store.page(item, 'source', after, limit)),
    );
    return { items: page.map(this.present), next };
  }

  @Post()
  @Access('liaison')
  @ApiOperation({
    summary: 'Record the consent of the source of another publisher’s content',
    description:
      'It counts once a second person has confirmed it. Only what lasts longer than now lets the advisory be released, and nothing of it is shared after the consent has lapsed.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ConsentView })
  @ApiConflictResponse({ description: 'No version of it is another publisher’s, or it is withdrawn' })
  async create(@Param('id') id: string, @Body() body: RecordConsentBody): Promise<ConsentView> {
    const { source: givenBy, ...recorded } = body;
    return this.present(await this.recordConsent.run(id, OF_SOURCE, { ...recorded, givenBy, victim: null }));
  }

  @Post(':consent/confirmation')
  @DryRun()
  @Access('liaison', 'releaser')
  @ApiOperation({ summary: 'Confirm, as a second person, a consent that another has recorded' })
  @ApiParam(ID)
  @ApiParam(CONSENT)
  @ApiCreatedResponse({ type: ConsentView })
  @ApiForbiddenResponse({ description: 'You recorded it yourself' })
  @ApiConflictResponse({ description: 'It is confirmed already, revoked, or has lapsed' })
  async confirm(@Param('id') id: string, @Param('consent') consent: string): Promise<ConsentView> {
    return this.present(await this.confirmConsent.run(id, OF_SOURCE, consent));
  }

  @Post(':consent/revocation')
  @DryRun()
  @Access('liaison', 'releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Revoke a consent at once, as its source wishes',
    description:
      'One person is enough. Who has the advisory under it alone is told that it is shared no longer.',
  })
  @ApiParam(ID)
  @ApiParam(CONSENT)
  @ApiCreatedResponse({ type: ConsentView })
  @ApiConflictResponse({ description: 'It was revoked already, or has lapsed' })
  async revoke(
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Body() { reason }: RevokeConsentBody,
  ): Promise<ConsentView> {
    return this.present(await this.revokeConsent.run(id, OF_SOURCE, consent, reason));
  }

  private readonly present = (one: StoredConsent): ConsentView =>
    presentConsent(one, this.transaction.at.getTime());
}
