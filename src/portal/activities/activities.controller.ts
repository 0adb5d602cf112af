import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantOf } from '../frame/local-time';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen, standingOf } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { ActivitiesPage } from './activities.page';
import { ACTIVITIES, type Kind, KINDS } from './activity';
import { ActivityPage } from './activity.page';
import { calendarOfActivity } from './calendar';
import { ChooseAgreementPage, PlanPage } from './plan.page';

/** What the parties of agreements do together. */
@Screens('activities')
@WithStanding()
export class ActivityScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor, agreement, kind: wanted, year: asked } = screen.query;
    const year = /^(?:19[9]\d|20\d\d|21[0-8]\d)$/.test(asked ?? '') ? Number(asked) : yearNow(screen);
    const kind = KINDS.find((one) => one === wanted);
    const query = {
      ...{ from: `${year}-01-01T00:00:00Z`, until: `${year + 1}-01-01T00:00:00Z`, limit: 50 },
      ...(agreement && { agreement }),
      ...(kind && { kind }),
      ...(cursor && { cursor }),
    };
    const found = await given(screen.api.GET('/api/v1/activities', { params: { query } }));
    answerPage(response, ActivitiesPage({ screen, found, year, agreement, kind }));
  }

  @Get('plan')
  async blank(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'liaison');
    await this.showPlan(screen, response);
  }

  @Post('plan')
  async plan(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const reference = screen.query.agreement ?? '';
    const place = form.text('place');
    const participants = form.list('participants');
    const at = (name: string) => instantOf(screen.zone, form.text(name) ?? '') ?? '';
    const body = {
      ...{ kind: (form.text('kind') ?? '') as Kind, title: form.text('title') ?? '' },
      ...{ starts_at: at('starts_at'), ends_at: at('ends_at'), time_zone: form.text('time_zone') ?? '' },
      organizers: [...form.list('organizers')],
      ...(participants.length > 0 && { participants: [...participants] }),
      ...(place && { place }),
    };
    const params = { path: { reference } };
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/activities', { params, body }),
    );
    if (refused) return this.showPlan(screen, response, { sent: form, refused });
    leadOn(response, `${ACTIVITIES}/${data.id}`, 'recorded');
  }

  @Get(':id')
  show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.showOne(screen, response, id);
  }

  @Get(':id/calendar')
  async calendar(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const activity = await given(screen.api.GET('/api/v1/activities/{id}', { params: { path: { id } } }));
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="activity.ics"',
      })
      .send(Buffer.from(calendarOfActivity(activity, screen.me?.at ?? activity.starts_at)));
  }

  @Post(':id/completion')
  async complete(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.POST('/api/v1/activities/{id}/completion', { params: { path: { id } } }),
    );
    return this.recorded(screen, response, id, refused);
  }

  @Post(':id/cancellation')
  async cancel(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const body = { reason: form.text('reason') ?? '' };
    const { refused } = await tried(
      screen.api.POST('/api/v1/activities/{id}/cancellation', { params: { path: { id } }, body }),
    );
    return this.recorded(screen, response, id, refused);
  }

  @Post(':id/evidence')
  async prove(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const sha256 = form.text('sha256')?.toLowerCase();
    const body = { text: form.text('text') ?? '', ...(sha256 && { sha256 }) };
    const { refused } = await tried(
      screen.api.POST('/api/v1/activities/{id}/evidence', { params: { path: { id } }, body }),
    );
    return this.recorded(screen, response, id, refused);
  }

  private async recorded(
    screen: Screen,
    response: Response,
    id: string,
    refused: ApiRefused | undefined,
  ): Promise<void> {
    if (refused) return this.showOne(screen, response, id, refused);
    leadOn(response, `${ACTIVITIES}/${id}`, 'recorded');
  }

  private async showOne(screen: Screen, response: Response, id: string, refused?: ApiRefused): Promise<void> {
    const activity = await given(screen.api.GET('/api/v1/activities/{id}', { params: { path: { id } } }));
    answerPage(response, ActivityPage({ screen, activity, refused }), refused?.status);
  }

  private async showPlan(
    screen: Screen,
    response: Response,
    failed: { sent?: Form; refused?: ApiRefused } = {},
  ): Promise<void> {
    const reference = screen.query.agreement;
    if (!reference) {
      const references = (standingOf(screen).agreements ?? [])
        .filter(({ ended }) => !ended)
        .map((one) => one.reference);
      return answerPage(response, ChooseAgreementPage({ screen, references }));
    }
    const params = { path: { reference } };
    const agreement = await given(screen.api.GET('/api/v1/agreements/{reference}', { params }));
    answerPage(response, PlanPage({ screen, agreement, ...failed }), failed.refused?.status);
  }
}

const yearNow = ({ me }: Screen): number => new Date(me?.at ?? '').getUTCFullYear();
