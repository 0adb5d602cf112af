import { Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { loadDuty, loadPartner, type Verification, verificationOf } from './partners';
import { VerifyPage } from './verify.page';

const PLACE = '/portal/call-and-stop';

/** Making sure of the duty officers of partners. */
@Screens('call-and-stop')
@WithStanding()
export class VerificationScreens {
  @Get(':handle/officers/:person')
  async ask(
    @OnScreen() screen: Screen,
    @Param('handle') handle: string,
    @Param('person') person: string,
    @Res() response: Response,
  ): Promise<void> {
    await show(screen, handle, person, response);
  }

  @Post(':handle/officers/:person')
  async verify(
    @OnScreen() screen: Screen,
    @Param('handle') handle: string,
    @Param('person') person: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const note = form.text('note');
    const body = {
      person,
      method: form.text('method') as Verification['method'],
      valid_until: form.text('valid_until') ?? '',
      ...(note ? { note } : {}),
    };
    const { refused } = await tried(screen.api.POST('/api/v1/duty-officer-verifications', { body }));
    if (refused) return show(screen, handle, person, response, { sent: form, refused });
    leadOn(response, PLACE, 'verified');
  }

  @Post(':handle/officers/:person/call-back')
  async callBack(
    @OnScreen() screen: Screen,
    @Param('handle') handle: string,
    @Param('person') person: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const body = { person, contact: form.text('contact') ?? '' };
    const { refused } = await tried(screen.api.POST('/api/v1/duty-officer-call-backs', { body }));
    if (refused) return show(screen, handle, person, response, { sent: form, refused, calledBack: true });
    leadOn(response, PLACE, 'calledBack');
  }

  @Post('verifications/:id/revocation')
  async revoke(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { id } };
    const body = { reason: form.text('reason') ?? '' };
    await given(screen.api.POST('/api/v1/duty-officer-verifications/{id}/revocation', { params, body }));
    leadOn(response, PLACE, 'verificationRevoked');
  }
}

async function show(
  screen: Screen,
  handle: string,
  person: string,
  response: Response,
  failed: { sent?: Form; refused?: ApiRefused; calledBack?: boolean } = {},
): Promise<void> {
  const params = { params: { path: { handle } } };
  const [duty, partner, onFile] = await Promise.all([
    loadDuty(screen),
    loadPartner(screen, handle),
    tried(screen.api.GET('/api/v1/organizations/{handle}/numbers-on-file', params)),
  ]);
  if (duty.officers.refused) throw duty.officers.refused;
  const officer = duty.officers.data.find(({ id, organization }) => id === person && organization === handle);
  if (!officer) throw failed.refused ?? new NotFoundException();
  const all: readonly Verification[] = duty.verifications.data ?? [];
  const verification = verificationOf(all, person);
  answerPage(
    response,
    VerifyPage({ screen, partner, officer, verification, numbers: onFile.data?.items ?? [], ...failed }),
    failed.refused?.status,
  );
}
