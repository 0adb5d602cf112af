import { Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import { type SentFile, SentFiles, TakesFiles } from '../../screen/files';
import { PassOn } from '../../screen/pass-on';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms } from '../agreement';
import { forLiaisonAlone } from '../for-liaison';
import { AttachPage } from './attach.page';
import { descriptionOf } from './description-fields';
import { DescriptionPage } from './description.page';

/** What the paper of an agreement is, and its text. */
@Screens('agreements/:reference')
export class PaperScreens {
  constructor(private readonly passOn: PassOn) {}

  @Get('description')
  async show(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    const { description: said } = agreement;
    const filled = (
      name: 'languages' | 'binding' | 'prevailing_language' | 'registry_number' | 'classification',
    ) => (name === 'languages' ? said?.languages.join(' ') : (said?.[name] ?? undefined));
    answerPage(response, DescriptionPage({ screen, agreement, filled }));
  }

  @Post('description')
  async describe(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    const { refused } = await tried(
      screen.api.PUT('/api/v1/agreements/{reference}/description', {
        params: { path: { reference } },
        body: descriptionOf(form) ?? {},
      }),
    );
    const filled = (name: string) => form.text(name);
    if (refused)
      return answerPage(response, DescriptionPage({ screen, agreement, filled, refused }), refused.status);
    leadOn(response, addressOf(reference), 'recorded');
  }

  @Get('texts')
  async choose(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    const terms = termsIn(agreement, screen.query.terms);
    answerPage(response, AttachPage({ screen, agreement, terms }));
  }

  @Post('texts')
  @TakesFiles('liaison', 'body', 1)
  async attach(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @SentFiles() [file]: SentFile[],
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    const terms = termsIn(agreement, form.text('terms'));
    const language = form.text('language') ?? '';
    const page = { screen, agreement, terms, language };
    if (!file || file.buffer.length === 0)
      return answerPage(response, AttachPage({ ...page, nothingSent: true }), 422);
    const { refused } = await tried(
      screen.api.POST('/api/v1/agreements/{reference}/terms/{number}/texts', {
        params: { path: { reference, number: String(terms) }, query: { language } },
        headers: { 'Content-Type': 'application/octet-stream' },
        // The very bytes.
        body: file.buffer as unknown as string,
        bodySerializer: (bytes) => bytes as unknown as BodyInit,
      }),
    );
    if (refused) return answerPage(response, AttachPage({ ...page, refused }), refused.status);
    leadOn(response, addressOf(reference), 'recorded');
  }

  @Get('text')
  async fetch(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { terms, language } = screen.query;
    if (!terms || !language) throw new NotFoundException();
    const [agreement, version, tongue] = [reference, terms, language].map(encodeURIComponent);
    await this.passOn.run(
      request,
      response,
      `/api/v1/agreements/${agreement}/terms/${version}/texts/${tongue}`,
    );
  }
}

function termsIn(agreement: Agreement, number: string | undefined): number {
  const found =
    number === undefined
      ? foremostTerms(agreement)
      : agreement.terms.find((one) => String(one.number) === number);
  if (!found) throw new NotFoundException();
  return found.number;
}

async function read(screen: Screen, reference: string): Promise<Agreement> {
  const agreement = await given(
    screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }),
  );
  forLiaisonAlone(screen);
  return agreement;
}
