import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { OnScreen, Screens } from '../../screen/screens';
import { given } from '../../web-api/refused';
import { InvitationsPage } from './invitations.page';

/** Who was invited, and what became of it. */
@Screens('administration/invitations')
export class InvitationsScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const page = await given(screen.api.GET('/api/v1/invitations', { params: { query } }));
    answerPage(response, InvitationsPage({ screen, page }));
  }

  @Post(':id/revocation')
  async revoke(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }));
    leadOn(response, '/portal/administration/invitations', 'invitationRevoked');
  }
}
