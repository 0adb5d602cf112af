import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms } from '../agreement';
import { forLiaisonAlone } from '../for-liaison';
import { filledFromParent, parentOf } from './below';
import { PROPOSAL_FORM } from './form/whole-terms';
import { beginWith, belowTerms, unreadable, type Writing, writtenIn } from './form/written';
import { ProposePage } from './propose.page';
import { readMark } from './read-mark';
import { asTyped, readTerms } from './read-terms';

const writing = ({ zone }: Screen): Writing => ({ form: PROPOSAL_FORM, zone });

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
    const written = beginWith(writing(screen), now && asTyped(now));
    answerPage(response, ProposePage({ screen, agreement, written }));
  }

  @Post()
  async propose(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const written = writtenIn(form, writing(screen));
    const page = { screen, agreement, written };
    if (written.acted) return answerPage(response, ProposePage(page));
    const stop = unreadable(written);
    if (stop) return answerPage(response, ProposePage({ ...page, ...stop }), 422);
    const parent = await parentOf(screen, agreement.parent ?? undefined);
    const { terms, fault } = readTerms(filledFromParent(written.value, parent));
    const body = (written.value ?? {}) as components['schemas']['ProposalBody'];
    const mark = readMark(body);
    const keep = terms !== undefined && form.text('seen') === mark;
    const query = keep ? {} : { dry_run: 'true' as const };
    const params = { path: { reference }, query };
    const { refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/terms', { params, body }),
    );
    if (refused) {
      const told = belowTerms(refused, written);
      return answerPage(response, ProposePage({ ...page, terms, refused: told }), refused.status);
    }
    if (keep) return leadOn(response, addressOf(reference), 'recorded');
    answerPage(response, ProposePage({ ...page, terms, mark, fault }), fault === undefined ? 200 : 422);
  }

  private async read(screen: Screen, reference: string): Promise<Agreement> {
    const agreement = await given(
      screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }),
    );
    forLiaisonAlone(screen);
    return agreement;
  }
}
