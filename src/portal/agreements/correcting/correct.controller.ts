import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms } from '../agreement';
import { readMark } from '../drafting/read-mark';
import { asTyped, readTerms } from '../drafting/read-terms';
import { TERMS_FORM } from '../drafting/form/whole-terms';
import { beginWith, belowTerms, unreadable, type Writing, writtenIn } from '../drafting/form/written';
import { forLiaisonAlone } from '../for-liaison';
import { effectOfDryRun } from '../what-if/effect';
import { CorrectPage } from './correct.page';

type Schemas = components['schemas'];

const writing = ({ zone }: Screen): Writing => ({ form: TERMS_FORM, zone });

/** The corrigendum of a form, with these terms, as the web API takes it. */
function bodyOf(form: Form, terms: unknown): Schemas['CorrigendumBody'] {
  const said = (['reason', 'clause', 'evidence_sha256'] as const).flatMap((name) => {
    const text = form.text(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...((terms ?? {}) as Schemas['TermsDto']),
    ...Object.fromEntries(said),
  } as Schemas['CorrigendumBody'];
}

/** A corrigendum. It is read beside the terms in force, with whom it affects, before it is recorded. */
@Screens('agreements/:reference/correct')
export class CorrectScreens {
  @Get()
  async show(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const now = foremostTerms(agreement);
    const written = beginWith(writing(screen), now && asTyped(now));
    answerPage(response, CorrectPage({ screen, agreement, filled: () => undefined, written }));
  }

  @Post()
  async correct(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const written = writtenIn(form, writing(screen));
    const page = { screen, agreement, filled: (name: string) => form.text(name), written };
    if (written.acted) return answerPage(response, CorrectPage(page));
    const stop = unreadable(written);
    if (stop) return answerPage(response, CorrectPage({ ...page, ...stop }), 422);
    const { terms, fault } = readTerms(written.value);
    const body = bodyOf(form, written.value);
    const mark = readMark(body);
    const keep = terms !== undefined && form.text('seen') === mark;
    const query = keep ? {} : { dry_run: 'true' as const };
    const params = { path: { reference }, query };
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/corrigenda', { params, body }),
    );
    if (refused) {
      const told = belowTerms(refused, written);
      return answerPage(response, CorrectPage({ ...page, terms, refused: told }), refused.status);
    }
    if (keep) return leadOn(response, addressOf(reference), 'recorded');
    if (fault !== undefined) return answerPage(response, CorrectPage({ ...page, fault }), 422);
    const effect = effectOfDryRun(data as unknown as Schemas['DryRunView']);
    answerPage(response, CorrectPage({ ...page, terms, effect, mark }));
  }

  private async read(screen: Screen, reference: string): Promise<Agreement> {
    const agreement = await given(
      screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }),
    );
    forLiaisonAlone(screen);
    return agreement;
  }
}
