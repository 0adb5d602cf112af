import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantOf } from '../../frame/local-time';
import { organizationChoices } from '../../frame/organizations';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { type ApiRefused, given, tried } from '../../web-api/refused';
import { ownAdvisory, pageOf } from '../advisory';
import { SourcesPage } from './sources.page';

/** What the sources of others' content have allowed: recorded, confirmed by a second person, revoked. */
@Screens('advisories')
export class SourceScreens {
  @Get(':id/consents')
  show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.page(screen, response, id);
  }

  @Post(':id/consents')
  async record(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const [from, until] = [form.text('valid_from'), form.text('valid_until') ?? ''];
    const body = {
      source: form.text('source') ?? '',
      to: form.text('to') ?? '',
      ...(from ? { valid_from: instantOf(screen.zone, from) ?? from } : {}),
      valid_until: instantOf(screen.zone, until) ?? until,
      evidence_sha256: form.text('evidence_sha256') ?? '',
    };
    const params = { path: { id } };
    const { refused } = await tried(screen.api.POST('/api/v1/advisories/{id}/consents', { params, body }));
    if (refused) return this.page(screen, response, id, { refused, form });
    leadOn(response, pageOf(id, 'consents'), 'recorded');
  }

  @Post(':id/consents/:consent/confirmation')
  async confirm(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { id, consent } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/advisories/{id}/consents/{consent}/confirmation', { params }),
    );
    if (refused) return this.page(screen, response, id, { refused });
    leadOn(response, pageOf(id, 'consents'), 'recorded');
  }

  @Post(':id/consents/:consent/revocation')
  async revoke(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Param('consent') consent: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { id, consent } };
    const body = { reason: form.text('reason') ?? '' };
    const { refused } = await tried(
      screen.api.POST('/api/v1/advisories/{id}/consents/{consent}/revocation', { params, body }),
    );
    if (refused) return this.page(screen, response, id, { refused });
    leadOn(response, pageOf(id, 'consents'), 'recorded');
  }

  private async page(
    screen: Screen,
    response: Response,
    id: string,
    more: { refused?: ApiRefused; form?: Form } = {},
  ): Promise<void> {
    const { cursor } = screen.query;
    const advisory = await ownAdvisory(screen, id);
    const params = { path: { id }, query: cursor ? { cursor } : {} };
    const found = await given(screen.api.GET('/api/v1/advisories/{id}/consents', { params }));
    const organizations = await organizationChoices(screen);
    answerPage(
      response,
      SourcesPage({ screen, advisory, found, organizations, ...more }),
      more.refused?.status,
    );
  }
}
