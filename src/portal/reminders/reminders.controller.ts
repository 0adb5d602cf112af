import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../docs/openapi';
import { type CalendarEvent, calendarOf } from '../frame/calendar';
import { leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given } from '../web-api/refused';
import type { Reminder } from './reminder';

const REFERENCE = /^[A-Za-z0-9-]+$/;

/** Reminders are shown at Home and on the pages of agreements; here they are put away. */
@Screens('reminders')
export class ReminderScreens {
  @Post('seen')
  async seen(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const body = { kind: (form.text('kind') ?? '') as Reminder['kind'], subject: form.text('subject') ?? '' };
    await given(screen.api.POST('/api/v1/reminders/seen', { body }));
    const agreement = form.text('agreement') ?? '';
    leadOn(response, REFERENCE.test(agreement) ? `/portal/agreements/${agreement}` : '/portal', 'recorded');
  }
}

/** The dates of an agreement, for the reader's own calendar. */
@Screens('agreements/:reference/calendar')
export class AgreementCalendarScreens {
  @Get()
  async calendar(
    @OnScreen() screen: Screen,
    @Param('reference') reference: string,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { reference } };
    const { items, at, agreement } = await given(
      screen.api.GET('/api/v1/agreements/{reference}/dates', { params }),
    );
    const events = items.map((date) => eventOf(screen, agreement, date));
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="agreement.ics"',
      })
      .send(Buffer.from(calendarOf(events, at)));
  }
}

type AgreementDate = components['schemas']['AgreementDateView'];

function eventOf({ t }: Screen, agreement: string, date: AgreementDate): CalendarEvent {
  const { kind, subject, at, until, title, obligation, side, count } = date;
  const summary =
    kind === 'obligation'
      ? t(`reminders.date_${obligation as 'destroy'}`, { agreement, count })
      : t(`reminders.date_${kind}`, { agreement, subject });
  const more = side === null ? title : t(`reminders.side_${side as 'owed_by_us'}`);
  return {
    ...{ uid: `${agreement}-${kind}-${subject}`, starts: at, ends: until },
    summary: kind === 'activity' && title !== null ? title : summary,
    description: more === null ? agreement : `${summary}: ${more}`,
  };
}
