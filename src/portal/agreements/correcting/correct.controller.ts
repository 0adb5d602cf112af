import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms } from '../agreement';
import { readMark } from '../drafting/read-mark';
import { parsed, readTerms, typed } from '../drafting/read-terms';
import { forLiaisonAlone } from '../for-liaison';
import { effectOfDryRun } from '../what-if/effect';
import { CorrectPage } from './correct.page';

type Schemas = components['schemas'];

/** The corrigendum of a form, as the web API takes it; what is no JSON is sent as nothing, and refused there. */
function bodyOf(form: Form): Schemas['CorrigendumBody'] {
  const said = (['reason', 'clause', 'evidence_sha256'] as const).flatMap((name) => {
    const text = form.text(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const terms = (parsed(form.text('terms')) ?? {}) as Schemas['TermsDto'];
  return { ...terms, ...Object.fromEntries(said) } as Schemas['CorrigendumBody'];
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
    const filled = (name: string) => (name === 'terms' && now ? typed(now) : undefined);
    answerPage(response, CorrectPage({ screen, agreement, filled }));
  }

  @Post()
  async correct(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await this.read(screen, reference);
    const page = { screen, agreement, filled: (name: string) => form.text(name) };
    const { terms, fault } = readTerms(parsed(form.text('terms')));
    if (fault !== undefined) return answerPage(response, CorrectPage({ ...page, fault }), 422);
    const body = bodyOf(form);
    const mark = readMark(body);
    const dryRun = form.text('seen') !== mark;
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/corrigenda', {
        params: { path: { reference }, query: dryRun ? { dry_run: 'true' as const } : {} },
        body,
      }),
    );
    if (refused) return answerPage(response, CorrectPage({ ...page, refused }), refused.status);
    if (!dryRun) return leadOn(response, addressOf(reference), 'recorded');
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
