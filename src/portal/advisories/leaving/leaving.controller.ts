import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import { requireRole, type Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { type ApiRefused, tried } from '../../web-api/refused';
import { type OwnAdvisory, ownAdvisory, pageOf } from '../advisory';
import { standingsFor } from '../red';
import type { Effect } from './effect';
import { ReleasePage } from './release.page';
import { WithdrawPage } from './withdraw.page';

/** Stands for the reason that is yet to be given, while it is only asked whom a withdrawal affects. */
const NOT_YET_GIVEN = 'not yet given';

/** Releasing and withdrawing one advisory: first whom it affects, then the act. */
@Screens('advisories')
export class LeavingScreens {
  @Get(':id/release')
  async look(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    requireRole(screen, 'releaser');
    const advisory = await ownAdvisory(screen, id);
    answerPage(response, await releasePage(screen, advisory, screen.query.public === 'true'));
  }

  @Post(':id/release')
  async release(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const toPublic = form.has('public');
    const { refused } = await tried(
      screen.api.POST('/api/v1/advisories/{id}/release', {
        params: { path: { id } },
        body: { version: Number(form.text('version') ?? 0), public: toPublic },
      }),
    );
    if (!refused) return leadOn(response, pageOf(id), 'released');
    const advisory = await ownAdvisory(screen, id);
    answerPage(response, await releasePage(screen, advisory, toPublic, refused), refused.status);
  }

  @Get(':id/withdraw')
  async ask(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    requireRole(screen, 'releaser');
    const advisory = await ownAdvisory(screen, id);
    const { effect, barred } = await withdrawalOf(screen, id);
    answerPage(response, WithdrawPage({ screen, advisory, effect, barred }));
  }

  @Post(':id/withdraw')
  async withdraw(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/advisories/{id}/withdrawal', { params: { path: { id } }, body: { reason } }),
    );
    if (!refused) return leadOn(response, pageOf(id), 'withdrawn');
    const advisory = await ownAdvisory(screen, id);
    const { effect, barred } = await withdrawalOf(screen, id);
    const page = WithdrawPage({ screen, advisory, effect, barred, refused, reason });
    answerPage(response, page, refused.status);
  }
}

async function releasePage(screen: Screen, advisory: OwnAdvisory, toPublic: boolean, refused?: ApiRefused) {
  const { cursor } = screen.query;
  const asked = await tried(
    screen.api.GET('/api/v1/decisions/preview', {
      params: {
        query: {
          item: advisory.id,
          public: toPublic ? 'true' : 'false',
          ...(cursor ? { cursor } : {}),
        },
      },
    }),
  );
  const standings = await standingsFor(screen, advisory);
  const page = { screen, advisory, toPublic, standings, preview: asked.data };
  return ReleasePage({ ...page, refused: refused ?? asked.refused });
}

/** Whom a withdrawal would affect, or why there is none; both without doing it. */
async function withdrawalOf(
  { api }: Screen,
  id: string,
): Promise<{ effect?: Effect | undefined; barred?: ApiRefused | undefined }> {
  const { data, refused } = await tried(
    api.POST('/api/v1/advisories/{id}/withdrawal', {
      params: { path: { id }, query: { dry_run: 'true' } },
      body: { reason: NOT_YET_GIVEN },
    }),
  );
  if (refused && refused.status < 409) throw refused;
  return { effect: data as Effect | undefined, barred: refused };
}
