import { Body, Controller, Get, Injectable, Param, Post, Query } from '@nestjs/common';
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
import { NamesItems } from '../lists/items-by-reference';
import { ConfirmConsent } from './confirm-consent';
import { ConsentDesk, type Kept } from './consent-desk';
import { presentVictimConsent } from './consent.view';
import {
  RecordVictimConsentBody,
  RevokeConsentBody,
  VictimConsentPage,
  VictimConsentView,
} from './consents.dto';
import { ConsentsStore, type StoredConsent } from './consents.store';
import { RecordConsent } from './record-consent';
import { RevokeConsent } from './revoke-consent';

const ID = { name: 'id', description: 'Your own id of the item, or its reference' };
const CONSENT = { name: 'consent', format: 'uuid' };
const ABSENT = { description: 'There is no such item, or no such consent, of your organization' };

/** The consents of victims whom parts of an item tell of (T-01): the same of an advisory and of a case. */
@Injectable()
abstract class VictimConsents {
  protected abstract readonly kept: Kept;

  constructor(
    protected readonly transaction: ViewerTransaction,
    protected readonly desk: ConsentDesk,
    protected readonly store: ConsentsStore,
    protected readonly paging: Paging,
    protected readonly recordConsent: RecordConsent,
    protected readonly confirmConsent: ConfirmConsent,
    protected readonly revokeConsent: RevokeConsent,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the recorded consents of victims of whom your item tells' })
  @ApiParam(ID)
  @ApiOkResponse({ type: VictimConsentPage })
  async list(@Param('id') id: string, @Query() query: PageQuery): Promise<VictimConsentPage> {
    const item = await this.desk.item(id, this.kept);
    const { page, next } = await this.paging.page<StoredConsent>(
      query,
      byId(`victim-consents|${item}`, (after, limit) => this.store.page(item, 'victim', after, limit)),
    );
    return { items: page.map(this.present), next };
  }

  @Post()
  @Access('liaison', 'analyst')
  @ApiOperation({
    summary: 'Record the consent of a victim to be told of',
    description:
      'It counts once a second person has confirmed it. While it lasts, parts that tell of the victim go where the terms say `victim_identity: with_consent`; before and after, the item goes without them (T-01).',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: VictimConsentView })
  @ApiConflictResponse({ description: 'It is withdrawn' })
  async create(@Param('id') id: string, @Body() body: RecordVictimConsentBody): Promise<VictimConsentView> {
    const { given_by: givenBy, ...recorded } = body;
    return this.present(await this.recordConsent.run(id, this.kept, { ...recorded, givenBy }));
  }

  @Post(':consent/confirmation')
  @Access('liaison', 'releaser')
  @ApiOperation({ summary: 'Confirm, as a second person, a consent that another has recorded' })
  @ApiParam(ID)
  @ApiParam(CONSENT)
  @ApiCreatedResponse({ type: VictimConsentView })
  @ApiForbiddenResponse({ description: 'You recorded it yourself' })
  @ApiConflictResponse({ description: 'It is confirmed already, revoked, or has lapsed' })
  async confirm(@Param('id') id: string, @Param('consent') consent: string): Promise<VictimConsentView> {
    return this.present(await this.confirmConsent.run(id, this.kept, consent));
  }

  @Post(':consent/revocation')
  @Access('liaison', 'releaser', 'duty-officer', 'analyst')
  @ApiOperation({
    summary: 'Revoke a consent at once, as the victim wishes',
    description:
      'One person is enough. Who had the parts under it has the next version, which is without them.',
  })
  @ApiParam(ID)
  @ApiParam(CONSENT)
  @ApiCreatedResponse({ type: VictimConsentView })
  @ApiConflictResponse({ description: 'It was revoked already, or has lapsed' })
  async revoke(
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Body() { reason }: RevokeConsentBody,
  ): Promise<VictimConsentView> {
    return this.present(await this.revokeConsent.run(id, this.kept, consent, reason));
  }

  protected readonly present = (one: StoredConsent): VictimConsentView =>
    presentVictimConsent(one, this.transaction.at.getTime());
}

@ApiTags('consents')
@ApiBearerAuth()
@ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
@ApiNotFoundResponse(ABSENT)
@NamesItems('advisory')
@Controller('api/v1/advisories/:id/victim-consents')
export class VictimConsentsOfAdvisoriesController extends VictimConsents {
  protected readonly kept = { giver: 'victim', kind: 'advisory' } as const;
}

@ApiTags('consents')
@ApiBearerAuth()
@ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
@ApiNotFoundResponse(ABSENT)
@NamesItems('incident')
@Controller('api/v1/incidents/:id/victim-consents')
export class VictimConsentsOfCasesController extends VictimConsents {
  protected readonly kept = { giver: 'victim', kind: 'incident' } as const;
}
