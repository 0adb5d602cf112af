import { Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement } from '../agreement';
import { forLiaisonAlone } from '../for-liaison';
import { effectOfDryRun, effectOfWhatIf } from '../what-if/effect';
import { type Ahead, StepPage, SureOfStepPage } from './step.page';
import { type FormStep, isEffective, isFormStep, isOfTerms } from './steps';
import { bodyOf, takeConsent, takeEffective } from './taking';

const readOf = (screen: Screen, reference: string) =>
  screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } });

/** The steps of an agreement: a form, whom it affects, the act. */
@Screens('agreements/:reference/steps')
export class AgreementStepScreens {
  @Get(':step')
  async show(
    @Param('reference') reference: string,
    @Param('step') name: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const { step, terms, agreement } = await this.read(screen, reference, name);
    const ahead = await this.ahead(screen, agreement, step, terms);
    answerPage(response, StepPage({ screen, agreement, step, terms, ahead }));
  }

  @Post(':step')
  async take(
    @Param('reference') reference: string,
    @Param('step') name: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { step, terms, agreement } = await this.read(screen, reference, name);
    const props = { screen, agreement, step, terms, form };
    if (form.has('again')) return answerPage(response, StepPage(props));
    const taken = {
      ...{ reference, terms: terms ?? 0, fact: form.text('fact') ?? '' },
      body: bodyOf(step, form, screen.zone),
    };
    if (isEffective(step) && !form.has('seen')) {
      const { data, refused } = await tried(takeEffective(screen, step, taken, true));
      if (refused) return answerPage(response, StepPage({ ...props, refused }), refused.status);
      const effect = effectOfDryRun(data as components['schemas']['DryRunView']);
      return answerPage(response, SureOfStepPage({ ...props, effect }));
    }
    const { refused } = await tried(
      isEffective(step) ? takeEffective(screen, step, taken, false) : takeConsent(screen, step, taken),
    );
    if (refused) return answerPage(response, StepPage({ ...props, refused }), refused.status);
    // Who was to join with terms that come to nothing reads the agreement no more.
    const { data: readable } = await tried(readOf(screen, reference));
    leadOn(response, readable ? addressOf(reference) : '/portal/agreements', 'recorded');
  }

  private async read(
    screen: Screen,
    reference: string,
    step: string,
  ): Promise<{ step: FormStep; terms: number | null; agreement: Agreement }> {
    if (!isFormStep(step)) throw new NotFoundException();
    const agreement = await given(readOf(screen, reference));
    forLiaisonAlone(screen);
    const terms = Number(screen.query.terms);
    if (!isOfTerms(step)) return { step, terms: null, agreement };
    if (!agreement.terms.some(({ number }) => number === terms)) throw new NotFoundException();
    return { step, terms, agreement };
  }

  /** Before terms are consented to: whom they would affect once they are in force. */
  private async ahead(
    screen: Screen,
    agreement: Agreement,
    step: FormStep,
    terms: number | null,
  ): Promise<Ahead | undefined> {
    if (terms === null || isEffective(step)) return undefined;
    const query = { step: 'enter' as const, agreement: agreement.reference, terms };
    const { data, refused } = await tried(screen.api.GET('/api/v1/decisions/what-if', { params: { query } }));
    return { refused, effect: data && effectOfWhatIf(data) };
  }
}
