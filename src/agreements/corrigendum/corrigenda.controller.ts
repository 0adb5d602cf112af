import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRun } from '../../disclosure';
import { Access } from '../../platform/access';
import { AgreementView } from '../agreement-view';
import { effectiveAt } from '../effect-at';
import { FactBody } from '../facts.dto';
import { ShowAgreement } from '../show-agreement';
import { termsNumber } from '../terms-number';
import { VersionedAgreement } from '../versioned-agreement';
import { ConfirmCorrection } from './confirm-correction';
import { CorrectTerms } from './correct-terms';
import { CorrigendumBody } from './corrigendum.dto';

/** Mis-keyed encodings of unchanged signed text, mended. */
@ApiTags('agreements')
@ApiBearerAuth()
@Access('liaison')
@VersionedAgreement
@Controller('api/v1/agreements/:reference')
export class CorrigendaController {
  constructor(
    private readonly show: ShowAgreement,
    private readonly correctTerms: CorrectTerms,
    private readonly confirmCorrection: ConfirmCorrection,
  ) {}

  @Post('corrigenda')
  @DryRun(effectiveAt)
  @ApiOperation({
    summary: 'Mend how the unchanged signed text of the terms in force was encoded',
    description:
      'What only narrows takes effect at once, by one person of an operating CERT. What widens anything, or touches what lies between others, needs a second person of that side and the other operating CERTs, and takes effect with the last of them. Never earlier.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async correct(
    @Param('reference') reference: string,
    @Body() body: CorrigendumBody,
  ): Promise<AgreementView> {
    return this.show.present(await this.correctTerms.run(reference, body));
  }

  @Post('terms/:number/correction-confirmations')
  @DryRun(effectiveAt)
  @ApiOperation({ summary: 'Confirm, as another operating CERT, a corrigendum that needs it' })
  @ApiCreatedResponse({ type: AgreementView })
  async confirm(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: FactBody,
  ): Promise<AgreementView> {
    return this.show.present(await this.confirmCorrection.run(reference, termsNumber(number), body));
  }
}
