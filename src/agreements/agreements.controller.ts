import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRun } from '../disclosure';
import { Access } from '../platform/access';
import { AgreementDesk } from './agreement-desk';
import { AgreementPage, AgreementView } from './agreement-view';
import { DraftBody, ListAgreementsQuery, ProposalBody } from './agreements.dto';
import { CanonicalTerms } from './canonical/canonical.view';
import { inCanonicalOrder } from './canonical/document';
import { ExportTerms } from './canonical/export-terms';
import { DraftAgreement } from './draft-agreement';
import { ListAgreements } from './list-agreements';
import { presentSummary } from './present-agreement';
import { ProposeTerms } from './propose-terms';
import { ShowAgreement } from './show-agreement';
import { termsNumber } from './terms-number';
import { VersionedAgreement } from './versioned-agreement';

@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreements')
export class AgreementsController {
  constructor(
    private readonly showAgreement: ShowAgreement,
    private readonly desk: AgreementDesk,
    private readonly list: ListAgreements,
    private readonly draftAgreement: DraftAgreement,
    private readonly proposeTerms: ProposeTerms,
    private readonly exportTerms: ExportTerms,
  ) {}

  @Get()
  @Access('person', 'api-key')
  @ApiOperation({
    summary: 'List the agreements of your organization',
    description:
      '`state` keeps those of which the statement is true now; several may be true of one agreement.',
  })
  @ApiOkResponse({ type: AgreementPage })
  async page(@Query() query: ListAgreementsQuery): Promise<AgreementPage> {
    const { page, next } = await this.list.run(query);
    return { items: page.map((agreement) => presentSummary(agreement, this.desk.at)), next };
  }

  @Get(':reference')
  @VersionedAgreement
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'Read an agreement as it stands, if your organization is party to it' })
  @ApiOkResponse({ type: AgreementView })
  async show(@Param('reference') reference: string): Promise<AgreementView> {
    return this.showAgreement.byReference(reference);
  }

  @Get(':reference/terms/:number/canonical')
  @Access('person', 'api-key')
  @ApiOperation({
    summary: 'Read terms in the form that two installations compare',
    description:
      'In canonical order (RFC 8785), with their hash. `accord agreement compare` says in which terms two of them differ.',
  })
  @ApiOkResponse({ type: CanonicalTerms })
  async canonical(
    @Param('reference') reference: string,
    @Param('number') number: string,
  ): Promise<CanonicalTerms> {
    return inCanonicalOrder(await this.exportTerms.run(reference, termsNumber(number))) as CanonicalTerms;
  }

  @Post()
  @DryRun()
  @Access('liaison')
  @ApiOperation({ summary: 'Draft an agreement with its parties and first terms' })
  @ApiCreatedResponse({ type: AgreementView })
  async draft(@Body() body: DraftBody): Promise<AgreementView> {
    return this.showAgreement.present(await this.draftAgreement.run(body));
  }

  @Post(':reference/terms')
  @DryRun()
  @VersionedAgreement
  @Access('liaison')
  @ApiOperation({
    summary: 'Propose new terms',
    description:
      'They have to be submitted, approved and signed anew; until they enter into force the present terms stay. They may name organizations that join the agreement with them: these read the proposal once it is submitted.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async propose(@Param('reference') reference: string, @Body() body: ProposalBody): Promise<AgreementView> {
    return this.showAgreement.present(await this.proposeTerms.run(reference, body));
  }
}
