import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../../screen/answer';
import { requireRole, type Screen } from '../../screen/screen';
import { OnScreen, Screens } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { type Asked, ReportPage } from './report.page';
import { addressOf } from '../agreement';

/** A report on an agreement: what each side shared and received in a period. */
@Screens('agreements/:reference/report')
export class ReportScreens {
  @Get()
  async show(
    @OnScreen() screen: Screen,
    @Param('reference') reference: string,
    @Res() response: Response,
  ): Promise<void> {
    requireRole(screen, 'liaison', 'auditor');
    const params = { path: { reference } };
    const agreement = await given(screen.api.GET('/api/v1/agreements/{reference}', { params }));
    const own = screen.me?.organization.handle;
    const operating = agreement.parties.filter(({ roles }) => roles.includes('operating_cert'));
    const others = operating.some(({ organization }) => organization === own)
      ? operating.filter(({ organization }) => organization !== own)
      : [];
    const asked = askedBy(screen, others[0]?.organization ?? '');
    // Nothing is read, and put on the record as read, before somebody has chosen.
    const chosen = screen.query.counterpart !== undefined;
    const { data: report, refused } = chosen
      ? await tried(
          screen.api.GET('/api/v1/agreements/{reference}/report', {
            params: { ...params, query: { ...asked } },
          }),
        )
      : {};
    answerPage(response, ReportPage({ screen, agreement, asked, others, report, refused }), refused?.status);
  }

  @Get('csv')
  async csv(
    @OnScreen() screen: Screen,
    @Param('reference') reference: string,
    @Res() response: Response,
  ): Promise<void> {
    requireRole(screen, 'liaison', 'auditor');
    // Of whom is chosen on the page.
    if (!screen.query.counterpart) return response.redirect(303, `${addressOf(reference)}/report`);
    const query = { ...askedBy(screen, ''), format: 'csv' as const };
    const answer = await screen.api.GET('/api/v1/agreements/{reference}/report', {
      params: { path: { reference }, query },
      parseAs: 'arrayBuffer',
    });
    const bytes = await given(Promise.resolve(answer));
    response
      .set({
        'Cache-Control': 'no-store',
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="report.csv"',
      })
      .send(Buffer.from(bytes));
  }
}

/** What is asked for; without a wish, the year until today. */
function askedBy({ query, me }: Screen, other: string): Asked {
  const today = (me?.at ?? '').slice(0, 10);
  const day = 86_400_000;
  const tomorrow = new Date(Date.parse(today) + day).toISOString().slice(0, 10);
  const { counterpart = other, from = `${today.slice(0, 4)}-01-01`, until = tomorrow } = query;
  return { counterpart, from, until };
}
