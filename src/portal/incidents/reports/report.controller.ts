import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { pathOfReport, type Report } from '../incident';
import { ReportPage } from './report.page';

@Screens('incidents/reports')
export class ReportScreens {
  @Get(':id')
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    answerPage(response, ReportPage({ screen, report: await reportOf(screen, id) }));
  }

  @Post(':id/answers')
  async answer(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const status = (form.text('status') ?? '') as Report['status'];
    const body = { status, answer: form.text('answer') ?? '' };
    const { refused } = await tried(
      screen.api.POST('/api/v1/reports/{id}/answers', { params: { path: { id } }, body }),
    );
    if (!refused) return leadOn(response, pathOfReport(id), 'answered');
    const report = await reportOf(screen, id);
    answerPage(response, ReportPage({ screen, report, typed: body, refused }), refused.status);
  }
}

export const reportOf = ({ api }: Screen, id: string): Promise<Report> =>
  given(api.GET('/api/v1/reports/{id}', { params: { path: { id } } }));
