import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantOf } from '../frame/local-time';
import { organizationChoices } from '../frame/organizations';
import type { Why } from '../requests/request';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { AskPage } from './ask.page';
import { type AskedFields, askedFrom, bodyOf, waitingChoices } from './asked-fields';
import { type AskedScope, pathOfRequest } from './consent-request';
import { ConsentRequestPage } from './request.page';
import { ConsentRequestsPage } from './requests.page';

/** Asking originators whether something may go on, and answering who asks. */
@Screens('consents')
export class ConsentRequestScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const direction = screen.query.direction === 'sent' ? 'sent' : 'received';
    const query = { direction, ...(cursor ? { cursor } : {}) } as const;
    const found = await given(screen.api.GET('/api/v1/consent-requests', { params: { query } }));
    answerPage(response, ConsentRequestsPage({ screen, found, direction }));
  }

  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'analyst', 'liaison', 'releaser');
    const { item, for: waiting, scope } = screen.query;
    await this.form(screen, response, askedFrom({ item, for: waiting, scope }));
  }

  @Post('new')
  async ask(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const named = (name: string) => form.text(name);
    const fields: AskedFields = {
      ...askedFrom({ item: named('item'), for: named('for'), scope: named('scope') }),
      teams: form.list('teams'),
      inWords: named('teams_in_words'),
      why: named('why'),
      until: named('until'),
      answerBy: named('answer_by'),
    };
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/consent-requests', { body: bodyOf(screen, fields) }),
    );
    if (refused) return this.form(screen, response, fields, refused);
    leadOn(response, pathOfRequest('id' in data ? data.id : ''), 'recorded');
  }

  @Get(':id')
  show(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    return this.one(screen, response, id);
  }

  @Post(':id/consent')
  async grant(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const [scope, until, teams] = [form.text('scope'), form.text('until'), form.list('teams')];
    const body = {
      ...(scope ? { scope: scope as AskedScope } : {}),
      ...(teams.length > 0 ? { teams } : {}),
      ...(until ? { until: instantOf(screen.zone, until) ?? until } : {}),
    };
    const params = { path: { id } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/consent-requests/{id}/consent', { params, body }),
    );
    return this.done(screen, response, id, 'consent', refused);
  }

  @Post(':id/refusal')
  async refuse(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason');
    const body = {
      // One that is unknown is refused, and never taken for another.
      reason_code: (form.text('reason_code') ?? '') as Why,
      ...(reason ? { reason } : {}),
      tell_reason: form.has('tell_reason'),
    };
    const params = { path: { id } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/consent-requests/{id}/refusal', { params, body }),
    );
    return this.done(screen, response, id, 'refusal', refused);
  }

  @Post(':id/withdrawal')
  async withdraw(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason');
    const params = { path: { id } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/consent-requests/{id}/withdrawal', {
        params,
        body: reason ? { reason } : {},
      }),
    );
    return this.done(screen, response, id, 'withdrawal', refused);
  }

  @Post(':id/closing')
  async close(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const params = { path: { id } };
    const { refused } = await tried(screen.api.POST('/api/v1/consent-requests/{id}/closing', { params }));
    return this.done(screen, response, id, 'closing', refused);
  }

  private async done(screen: Screen, response: Response, id: string, form: string, fault?: ApiRefused) {
    if (!fault) return leadOn(response, pathOfRequest(id), 'recorded');
    return this.one(screen, response, id, { form, fault });
  }

  private async one(
    screen: Screen,
    response: Response,
    id: string,
    refused?: { form: string; fault: ApiRefused },
  ): Promise<void> {
    const params = { path: { id } };
    const request = await given(screen.api.GET('/api/v1/consent-requests/{id}', { params }));
    const organizations = await organizationChoices(screen);
    answerPage(
      response,
      ConsentRequestPage({ screen, request, organizations, refused }),
      refused?.fault.status,
    );
  }

  private async form(screen: Screen, response: Response, fields: AskedFields, refused?: ApiRefused) {
    const [organizations, waiting] = [await organizationChoices(screen), await waitingChoices(screen)];
    answerPage(response, AskPage({ screen, fields, organizations, waiting, refused }), refused?.status);
  }
}
