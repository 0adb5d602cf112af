import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRun } from '../disclosure';
import { Access } from '../platform/access';
import { AgreementView } from './agreement-view';
import {
  ConsentBody,
  EndBody,
  EntryIntoForceBody,
  FactBody,
  NoticeBody,
  RejectionBody,
  SignatureBody,
} from './facts.dto';
import { ApproveAgreement } from './approve-agreement';
import { ConfirmFact } from './confirm-fact';
import { effectiveAt, startsAt } from './effect-at';
import { EndAgreement } from './end-agreement';
import { EnterIntoForce } from './enter-into-force';
import { GiveNotice } from './give-notice';
import { NotifyParties } from './notify-parties';
import { RejectTerms } from './reject-terms';
import { termsNumber } from './terms-number';
import { SuspensionBody } from './pauses.dto';
import { ShowAgreement } from './show-agreement';
import { SignAgreement } from './sign-agreement';
import { SubmitAgreement } from './submit-agreement';
import { SuspendAgreement } from './suspend-agreement';
import { VersionedAgreement } from './versioned-agreement';
import { WithdrawTerms } from './withdraw-terms';

/** The facts of an agreement, each recorded by a liaison officer; every answer is the agreement as it then stands. */
@ApiTags('agreements')
@ApiBearerAuth()
@Access('liaison')
@VersionedAgreement
@Controller('api/v1/agreements/:reference')
export class AgreementStepsController {
  constructor(
    private readonly show: ShowAgreement,
    private readonly submitAgreement: SubmitAgreement,
    private readonly approveAgreement: ApproveAgreement,
    private readonly signAgreement: SignAgreement,
    private readonly notifyParties: NotifyParties,
    private readonly rejectTerms: RejectTerms,
    private readonly withdrawTerms: WithdrawTerms,
    private readonly enterIntoForce: EnterIntoForce,
    private readonly confirmFact: ConfirmFact,
    private readonly suspendAgreement: SuspendAgreement,
    private readonly giveNotice: GiveNotice,
    private readonly endAgreement: EndAgreement,
  ) {}

  @Post('terms/:number/submission')
  @ApiOperation({ summary: 'Submit terms to those who approve and sign them' })
  @ApiCreatedResponse({ type: AgreementView })
  async submit(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: FactBody,
  ) {
    return this.show.present(await this.submitAgreement.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/approvals')
  @ApiOperation({
    summary: 'Record the approval of terms',
    description:
      'On behalf of another party of the same country it needs evidence, and counts once a second person has confirmed it.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async approve(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: ConsentBody,
  ) {
    return this.show.present(await this.approveAgreement.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/signatures')
  @ApiOperation({
    summary: 'Record the signature of terms',
    description: 'On behalf of others as with approvals.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async sign(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: SignatureBody,
  ) {
    return this.show.present(await this.signAgreement.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/notifications')
  @ApiOperation({
    summary: 'Record that a party gives notice that on its side the terms may enter into force',
    description:
      'For each signatory once it has signed, where the terms wait for the last notification; on behalf of others as with approvals.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async notify(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: ConsentBody,
  ) {
    return this.show.present(await this.notifyParties.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/rejections')
  @ApiOperation({
    summary: 'Record that a party rejects submitted terms',
    description:
      'For whoever has yet to approve or sign them; on behalf of others as with approvals. They come to nothing then, and who was to join with them reads nothing of the agreement any more: its own rejection is answered a last time with what it read.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async reject(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: RejectionBody,
  ) {
    return this.show.present(await this.rejectTerms.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/withdrawal')
  @ApiOperation({
    summary: 'Withdraw terms that the own organization proposed',
    description: 'As long as an approval or a signature is missing, submitted or not.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async withdraw(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: FactBody,
  ) {
    return this.show.present(await this.withdrawTerms.run(reference, termsNumber(number), body));
  }

  @Post('terms/:number/entry-into-force')
  @DryRun(effectiveAt)
  @ApiOperation({
    summary: 'Record that terms enter into force, now or later',
    description: 'Not before the condition that the terms name, if they name one.',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async enter(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Body() body: EntryIntoForceBody,
  ) {
    return this.show.present(await this.enterIntoForce.run(reference, termsNumber(number), body));
  }

  @Post('facts/:id/confirmation')
  @ApiOperation({ summary: 'Confirm, as a second person, what was recorded on behalf of someone' })
  @ApiCreatedResponse({ type: AgreementView })
  async confirm(@Param('reference') reference: string, @Param('id') id: string) {
    return this.show.present(await this.confirmFact.run(reference, id));
  }

  @Post('suspensions')
  @DryRun(startsAt)
  @ApiOperation({
    summary: 'Suspend the exchange, wholly or in one direction, at once or from an instant on',
  })
  @ApiCreatedResponse({ type: AgreementView })
  async suspend(@Param('reference') reference: string, @Body() body: SuspensionBody) {
    return this.show.present(await this.suspendAgreement.run(reference, body));
  }

  @Post('notice')
  @DryRun(effectiveAt)
  @ApiOperation({ summary: 'Give notice: the agreement is in force until it ends at the instant named' })
  @ApiCreatedResponse({ type: AgreementView })
  async notice(@Param('reference') reference: string, @Body() body: NoticeBody) {
    return this.show.present(await this.giveNotice.run(reference, body));
  }

  @Post('end')
  @DryRun(effectiveAt)
  @ApiOperation({ summary: 'End the agreement without notice' })
  @ApiCreatedResponse({ type: AgreementView })
  async end(@Param('reference') reference: string, @Body() body: EndBody) {
    return this.show.present(await this.endAgreement.run(reference, body));
  }
}
