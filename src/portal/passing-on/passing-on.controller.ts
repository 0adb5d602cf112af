import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { PassOnPage, type PassingReport } from './pass-on.page';
import { PassingOnPage } from './passing-on.page';

/** What a team passes on to its constituents. */
@Screens('passing-on')
export class PassingOnScreens {
  @Get()
  list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    return this.page(screen, response);
  }

  @Get('new')
  async begin(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    requireRole(screen, 'releaser');
    await this.form(screen, response, screen.query.item ?? '', []);
  }

  /** What would become of each is shown before it is done. */
  @Post('new')
  async passOn(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [item, to] = [form.text('item') ?? '', form.list('to')];
    const looks = form.text('act') !== 'pass';
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/passing-on', {
        params: { query: looks ? { dry_run: 'true' } : {} },
        body: { item, to },
      }),
    );
    if (refused) return this.form(screen, response, item, to, { refused });
    if (looks) return this.form(screen, response, item, to, { looked: data });
    leadOn(response, `/portal/passing-on?item=${encodeURIComponent(item)}`, 'recorded');
  }

  @Post(':id/end')
  async end(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason');
    const params = { path: { id } };
    const { refused } = await tried(
      screen.api.POST('/api/v1/passing-on/{id}/end', { params, body: reason ? { reason } : {} }),
    );
    if (refused) return this.page(screen, response, refused);
    leadOn(response, '/portal/passing-on', 'recorded');
  }

  private async page(screen: Screen, response: Response, refused?: ApiRefused): Promise<void> {
    const { cursor, item, to } = screen.query;
    const query = { ...(cursor && { cursor }), ...(item && { item }), ...(to && { to }) };
    const found = await given(screen.api.GET('/api/v1/passing-on', { params: { query } }));
    answerPage(response, PassingOnPage({ screen, found, refused }), refused?.status);
  }

  private async form(
    screen: Screen,
    response: Response,
    item: string,
    chosen: readonly string[],
    more: { refused?: ApiRefused; looked?: PassingReport } = {},
  ): Promise<void> {
    const handle = screen.me?.organization.handle ?? '';
    const params = { path: { handle }, query: { limit: 200 } };
    const { items } = await given(screen.api.GET('/api/v1/organizations/{handle}/constituents', { params }));
    const constituents = items.map((one) => ({ value: one.handle, name: `${one.name} (${one.handle})` }));
    const received = await receivedItems(screen, item);
    const page = PassOnPage({ screen, item, chosen, constituents, received, ...more });
    answerPage(response, page, more.refused?.status);
  }
}

/** What the team has of others, the newest first; what was chosen on its own page stays on offer. */
async function receivedItems({ api }: Screen, chosen: string) {
  const query = { scope: 'received', limit: 100 } as const;
  const pages = await Promise.all([
    given(api.GET('/api/v1/advisories', { params: { query } })),
    given(api.GET('/api/v1/incidents', { params: { query } })),
  ]);
  const listed = pages.flatMap((page) =>
    page.scope === 'received'
      ? page.items.map(({ id, reference, title, tlp }) => ({
          value: id,
          name: `${reference} · ${title}`,
          tlp,
        }))
      : [],
  );
  const known = chosen === '' || listed.some(({ value }) => value === chosen);
  return known ? listed : [{ value: chosen, name: chosen, tlp: null }, ...listed];
}
