import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { type ApiRefused, tried } from '../../web-api/refused';
import { ownCase } from '../cases/read-case';
import { pathOfCase } from '../incident';
import { ReleasePage } from './release.page';
import { WithdrawalPage } from './withdrawal.page';

/** What stands for a reason where it is only asked whom a withdrawal affects: nothing of it is kept. */
const NO_REASON_YET = '…………';

/** Releasing a case and withdrawing it. Each is shown before it is done. */
@Screens('incidents/cases/:id')
export class CaseSharingScreens {
  @Get('release')
  async preview(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.showRelease(screen, id, screen.query.public === 'yes', response);
  }

  @Post('release')
  async release(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const toPublic = form.has('public');
    const body = { version: Number(form.text('version')), public: toPublic };
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/release', { params: { path: { id } }, body }),
    );
    if (refused) return this.showRelease(screen, id, toPublic, response, refused);
    leadOn(response, pathOfCase(id), 'released');
  }

  @Get('withdrawal')
  async weigh(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.showWithdrawal(screen, id, response);
  }

  @Post('withdrawal')
  async withdraw(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/withdrawal', { params: { path: { id } }, body: { reason } }),
    );
    if (refused) return this.showWithdrawal(screen, id, response, { reason, refused });
    leadOn(response, pathOfCase(id), 'withdrawn');
  }

  private async showRelease(
    screen: Screen,
    id: string,
    toPublic: boolean,
    response: Response,
    refused?: ApiRefused,
  ): Promise<void> {
    const incident = await ownCase(screen, id);
    const { cursor } = screen.query;
    const query = { item: id, public: toPublic ? ('true' as const) : ('false' as const) };
    const found = await tried(
      screen.api.GET('/api/v1/decisions/preview', {
        params: { query: { ...query, ...(cursor ? { cursor } : {}) } },
      }),
    );
    const fault = refused ?? found.refused;
    const page = ReleasePage({ screen, incident, toPublic, preview: found.data, refused: fault });
    answerPage(response, page, refused?.status);
  }

  private async showWithdrawal(
    screen: Screen,
    id: string,
    response: Response,
    sent?: { reason: string; refused: ApiRefused },
  ): Promise<void> {
    const incident = await ownCase(screen, id);
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/withdrawal', {
        params: { path: { id }, query: { dry_run: 'true' } },
        body: { reason: NO_REASON_YET },
      }),
    );
    const effect = data && 'dry_run' in data ? data : undefined;
    const fault = sent?.refused ?? refused;
    const page = WithdrawalPage({ screen, incident, effect, reason: sent?.reason, refused: fault });
    answerPage(response, page, sent?.refused.status);
  }
}
