import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { instantMeant, localOf } from '../frame/local-time';
import { organizationChoices } from '../frame/organizations';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { type Said, TellPage } from './tell.page';
import { pathOfTelling, type Telling } from './telling';
import { TellingPage } from './telling.page';
import { ExceptionsPage, TellingsPage } from './tellings.page';

const FIELDS = ['to', 'person', 'person_name', 'item', 'about', 'tlp', 'information_type', 'how'] as const;

/** What was told by word of mouth: recording it, reading it, and what stands out. */
@Screens('tellings')
export class TellingScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const params = { query: cursor ? { cursor } : {} };
    answerPage(
      response,
      TellingsPage({ screen, found: await given(screen.api.GET('/api/v1/tellings', { params })) }),
    );
  }

  @Get('exceptions')
  async exceptions(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor, kind } = screen.query;
    const query = { ...(cursor && { cursor }), ...(kind && { kind: kind as 'told_late' }) };
    const found = await given(screen.api.GET('/api/v1/exceptions', { params: { query } }));
    answerPage(response, ExceptionsPage({ screen, found }));
  }

  @Get('new')
  async ask(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'analyst', 'duty-officer', 'liaison');
    const { to, item } = screen.query;
    const now = screen.me?.at ?? '';
    const said = { ...(to && { to }), ...(item && { item }), told_at: localOf(screen.zone, now) };
    await show(screen, response, said, now);
  }

  @Post('new')
  async record(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const said = Object.fromEntries(
      FIELDS.flatMap((name) => {
        const text = form.text(name);
        return text === undefined ? [] : [[name, text]];
      }),
    ) as Said;
    const [local, shown] = [form.text('told_at') ?? '', form.text('told_at_shown')];
    const encrypted = form.has('encrypted');
    const body = {
      ...said,
      ...(encrypted && { encrypted }),
      told_at: instantMeant(screen.zone, local, shown) ?? '',
    };
    const { data, refused } = await tried(
      // What is unknown is refused, and never taken for another.
      screen.api.POST('/api/v1/tellings', {
        body: body as typeof body & { to: string; how: Telling['how'] } as never,
      }),
    );
    if (data) return leadOn(response, pathOfTelling(data.id), 'recorded');
    const began = shown?.split(' ')[1] ?? '';
    await show(
      screen,
      response,
      { ...said, ...(encrypted && { encrypted: 'yes' }), told_at: local },
      began,
      refused,
    );
  }

  @Get(':id')
  show(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    return one(screen, response, id);
  }

  @Post(':id/corrections')
  async correct(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const text = form.text('text') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/tellings/{id}/corrections', {
        params: { path: { id } },
        body: { text, not_told: form.has('not_told') },
      }),
    );
    if (refused) return one(screen, response, id, { text, refused });
    leadOn(response, pathOfTelling(id), 'recorded');
  }
}

async function one(
  screen: Screen,
  response: Response,
  id: string,
  more: { text?: string; refused?: ApiRefused } = {},
): Promise<void> {
  const telling = await given(screen.api.GET('/api/v1/tellings/{id}', { params: { path: { id } } }));
  answerPage(response, TellingPage({ screen, telling, ...more }), more.refused?.status);
}

/** The form; of a team that is chosen, with its duty officers. */
async function show(
  screen: Screen,
  response: Response,
  said: Said,
  began: string,
  refused?: ApiRefused,
): Promise<void> {
  const [organizations, { items }] = await Promise.all([
    organizationChoices(screen),
    given(screen.api.GET('/api/v1/duty-officers', { params: { query: { limit: 200 } } })),
  ]);
  const others = organizations.choices.filter(({ value }) => value !== screen.me?.organization.handle);
  const officers = items.filter(({ organization }) => organization === said.to);
  answerPage(
    response,
    TellPage({
      screen,
      said,
      began,
      organizations: { ...organizations, choices: others },
      officers,
      refused,
    }),
    refused?.status,
  );
}
