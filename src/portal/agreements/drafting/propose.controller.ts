import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms } from '../agreement';
import { forLiaisonAlone } from '../for-liaison';
import { ProposePage } from './propose.page';
import { readMark } from './read-mark';
import { filledFromParent, parentOf } from './below';
import { parsed, readTerms, typed } from './read-terms';

/** New terms of an agreement. They are read as sentences before they are proposed. */
@Screens('agreements/:reference/propose')
export class ProposeScreens {
  @Get()
  async show(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const now = foremostTerms(agreement);
    answerPage(response, ProposePage({ screen, agreement, text: now && typed(now) }));
  }

  @Post()
  async propose(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const text = form.text('terms');
    const page = { screen, agreement, text };
    const parent = await parentOf(screen, agreement.parent ?? undefined);
    const { terms, fault } = readTerms(filledFromParent(parsed(text), parent));
    if (fault !== undefined) return answerPage(response, ProposePage({ ...page, fault }), 422);
    const mark = readMark(parsed(text));
    if (form.text('seen') !== mark) return answerPage(response, ProposePage({ ...page, terms, mark }));
    const { refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/terms', {
        params: { path: { reference } },
        body: parsed(text) as components['schemas']['TermsDto'],
      }),
    );
    if (refused) return answerPage(response, ProposePage({ ...page, refused }), refused.status);
    leadOn(response, addressOf(reference), 'recorded');
  }

  private async read(screen: Screen, reference: string): Promise<Agreement> {
    const agreement = await given(
      screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }),
    );
    forLiaisonAlone(screen);
    return agreement;
  }
}
