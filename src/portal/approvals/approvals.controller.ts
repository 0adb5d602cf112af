import { Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given } from '../web-api/refused';
import type { Approval } from './approvals';

/** The pages of items, to which one is led back; no other address is followed. */
const BACK = /^\/portal\/(advisories|incidents\/cases)\/[\w-]+$/;
const backTo = (form: Form): string => {
  const back = form.text('back') ?? '';
  return BACK.test(back) ? back : '/portal';
};

/** Approving versions of items; the forms stand on the pages of the items. */
@Screens('approvals')
export class ApprovalScreens {
  @Post()
  async approve(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [ministry, evidence] = [form.text('ministry'), form.text('evidence_sha256')];
    const body = {
      item: form.text('item') ?? '',
      version: Number(form.text('version')),
      level: (form.text('level') ?? '') as Approval['level'],
      ...(ministry && { ministry }),
      ...(evidence && { evidence_sha256: evidence }),
    };
    await given(screen.api.POST('/api/v1/approvals', { body }));
    leadOn(response, backTo(form), 'recorded');
  }

  @Post(':id/confirmation')
  async confirm(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.POST('/api/v1/approvals/{id}/confirmation', { params: { path: { id } } }));
    leadOn(response, backTo(form), 'recorded');
  }
}
