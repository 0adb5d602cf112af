import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantOf } from '../frame/local-time';
import { organizationChoices } from '../frame/organizations';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given, tried } from '../web-api/refused';
import type { RequestProps, Why } from './request';
import { FilePage } from './file.page';
import { RequestPage } from './request.page';
import { RequestsPage } from './requests.page';

/** What teams ask each other for under agreements that share on request. */
@Screens('requests')
export class RequestScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const direction = screen.query.direction === 'sent' ? 'sent' : 'received';
    const query = { direction, ...(cursor ? { cursor } : {}) } as const;
    const found = await given(screen.api.GET('/api/v1/information-requests', { params: { query } }));
    answerPage(response, RequestsPage({ screen, found, direction }));
  }

  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'analyst', 'liaison', 'duty-officer');
    const { to } = screen.query;
    answerPage(response, FilePage({ screen, to, organizations: await otherTeams(screen) }));
  }

  @Post('new')
  async file(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const severity = form.text('severity');
    const [to, details, until] = [form.text('to') ?? '', form.text('details'), form.text('open_until') ?? ''];
    const body = {
      ...{ to, subject: form.text('subject') ?? '', open_until: instantOf(screen.zone, until) ?? until },
      ...(details ? { details } : {}),
      // One that is unknown is refused, and never taken for another.
      ...(severity ? { severity: severity as 'high' } : {}),
    };
    const { data, refused } = await tried(screen.api.POST('/api/v1/information-requests', { body }));
    if (!refused) return leadOn(response, `/portal/requests/${data.id}`, 'recorded');
    const organizations = await otherTeams(screen);
    answerPage(response, FilePage({ screen, organizations, to, form, refused }), refused.status);
  }

  @Get(':id')
  show(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    return this.answer(screen, response, id);
  }

  @Post(':id/answers')
  async give(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const item = form.text('item') ?? '';
    const looks = form.text('act') !== 'answer';
    const query = looks ? { dry_run: 'true' as const } : {};
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/information-requests/{id}/answers', {
        params: { path: { id }, query },
        body: { item },
      }),
    );
    if (refused) return this.answer(screen, response, id, { refused });
    if ('dry_run' in data) return this.answer(screen, response, id, { looked: { item, effect: data } });
    leadOn(response, `/portal/requests/${id}`, 'recorded');
  }

  @Post(':id/refusal')
  async refuse(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const [code, reason] = [form.text('reason_code'), form.text('reason')];
    const body = {
      // One that is unknown is refused, and never taken for another.
      reason_code: (code ?? '') as Why,
      ...(reason ? { reason } : {}),
      tell_reason: form.has('tell_reason'),
    };
    const params = { path: { id } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/information-requests/{id}/refusal', { params, body }),
    );
    if (refused) return this.answer(screen, response, id, { refused });
    leadOn(response, `/portal/requests/${id}`, 'recorded');
  }

  @Post(':id/updates')
  async update(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { id } };
    const body = { note: form.text('note') ?? '' };
    const { refused } = await tried(
      screen.api.POST('/api/v1/information-requests/{id}/updates', { params, body }),
    );
    if (refused) return this.answer(screen, response, id, { refused });
    leadOn(response, `/portal/requests/${id}`, 'recorded');
  }

  @Post(':id/closing')
  async close(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const params = { path: { id } };
    const { refused } = await tried(screen.api.POST('/api/v1/information-requests/{id}/closing', { params }));
    if (refused) return this.answer(screen, response, id, { refused });
    leadOn(response, `/portal/requests/${id}`, 'recorded');
  }

  private async answer(
    screen: Screen,
    response: Response,
    id: string,
    more: Pick<RequestProps, 'looked' | 'refused'> = {},
  ): Promise<void> {
    const params = { path: { id } };
    const request = await given(screen.api.GET('/api/v1/information-requests/{id}', { params }));
    answerPage(response, RequestPage({ screen, request, ...more }), more.refused?.status);
  }
}

/** Whom the reader's team could ask. */
async function otherTeams(screen: Screen) {
  const { choices, all } = await organizationChoices(screen);
  const own = screen.me?.organization.handle;
  return { choices: choices.filter(({ value }) => value !== own), all };
}
