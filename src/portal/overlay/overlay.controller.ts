import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Effect } from '../advisories/leaving/effect';
import { answerPage, leadOn } from '../screen/answer';
import { hasRole, requireRole, type Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { DraftOverlayPage } from './draft.page';
import {
  begun,
  bodyOf,
  NO_RESTRICTION,
  type OverlayFields,
  type OverlayVersion,
  sentFields,
  withoutEmpty,
} from './overlay-form';
import { OverlayPage } from './overlay.page';
import { OverlaysPage } from './overlays.page';

const PLACE = '/portal/overlay';

/** What the law of the own country withholds, in versions. */
@Screens('overlay')
export class OverlayScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const found = await given(screen.api.GET('/api/v1/overlay/versions', { params: { query } }));
    answerPage(response, OverlaysPage({ screen, found }));
  }

  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'liaison');
    const query = { limit: 1 };
    const { items } = await given(screen.api.GET('/api/v1/overlay/versions', { params: { query } }));
    answerPage(response, DraftOverlayPage({ screen, fields: begun(items[0]) }));
  }

  /** What it would withhold is shown before it is recorded. */
  @Post('new')
  async draft(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [act, fields] = [form.text('act'), withoutEmpty(sentFields(form))];
    if (act === 'more') {
      const more: OverlayFields = { ...fields, restrictions: [...fields.restrictions, NO_RESTRICTION] };
      return answerPage(response, DraftOverlayPage({ screen, fields: more }));
    }
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/overlay/versions', {
        params: { query: act === 'record' ? {} : { dry_run: 'true' } },
        body: bodyOf(fields),
      }),
    );
    if (refused) return answerPage(response, DraftOverlayPage({ screen, fields, refused }), refused.status);
    if ('dry_run' in data) return answerPage(response, DraftOverlayPage({ screen, fields, effect: data }));
    leadOn(response, `${PLACE}/${data.number}`, 'recorded');
  }

  @Get(':number')
  show(
    @Param('number') number: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    return this.one(screen, response, number);
  }

  @Post(':number/confirmation')
  async confirm(
    @Param('number') number: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await confirmation(screen, number, {});
    if (refused) return this.one(screen, response, number, refused);
    leadOn(response, `${PLACE}/${number}`, 'recorded');
  }

  private async one(screen: Screen, response: Response, number: string, refused?: ApiRefused): Promise<void> {
    const params = { path: { number: Number(number) } };
    const version = await given(screen.api.GET('/api/v1/overlay/versions/{number}', { params }));
    const effect = mayConfirm(screen, version) ? await effectOf(screen, number) : undefined;
    answerPage(response, OverlayPage({ screen, version, effect, refused }), refused?.status);
  }
}

const confirmation = ({ api }: Screen, number: string, query: { dry_run?: 'true' }) =>
  tried(
    api.POST('/api/v1/overlay/versions/{number}/confirmation', {
      params: { path: { number: Number(number) }, query },
    }),
  );

/** What confirming would bring about; undefined where it is refused, as the page then says why not. */
async function effectOf(screen: Screen, number: string): Promise<Effect | undefined> {
  const { data } = await confirmation(screen, number, { dry_run: 'true' });
  return data && 'dry_run' in data ? data : undefined;
}

const mayConfirm = (screen: Screen, { state, recorded_by }: OverlayVersion): boolean =>
  state === 'awaiting_confirmation' && hasRole(screen, 'liaison') && recorded_by.id !== screen.me?.person?.id;
