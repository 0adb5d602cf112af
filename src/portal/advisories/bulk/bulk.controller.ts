import { Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../../screen/answer';
import { requireRole, type Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { latestOf, ownAdvisory } from '../advisory';
import { type Act, BulkPage, type Chosen } from './bulk.page';

/** As many as a page of the list has. */
const MOST = 50;
const NOT_YET_GIVEN = 'not yet given';

/** Releasing or withdrawing several advisories at once: first what would become of each, then the act. */
@Screens('advisories/bulk')
export class BulkScreens {
  @Get(':act')
  async look(
    @OnScreen() screen: Screen,
    @Param('act') asked: string,
    @Query('item') items: string | string[] | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const act = actOf(asked);
    requireRole(screen, 'releaser');
    const chosen = await chosenFrom(screen, [items ?? []].flat());
    if (chosen.length === 0)
      return answerPage(response, BulkPage({ screen, act, chosen, report: undefined, done: false }));
    const { data, refused } = await carriedOut(screen, act, chosen, NOT_YET_GIVEN, true);
    if (refused) throw refused;
    answerPage(response, BulkPage({ screen, act, chosen, report: data, done: false }));
  }

  @Post(':act')
  async act(
    @OnScreen() screen: Screen,
    @Param('act') asked: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const act = actOf(asked);
    const reason = form.text('reason') ?? '';
    const chosen = await chosenFrom(screen, form.list('item'));
    const { data, refused } = await carriedOut(screen, act, chosen, reason, false);
    if (!refused) return answerPage(response, BulkPage({ screen, act, chosen, report: data, done: true }));
    if (refused.status !== 422) throw refused;
    // The reason is refused: what would become of each is shown again, beside the fault.
    const would = await carriedOut(screen, act, chosen, NOT_YET_GIVEN, true);
    const page = BulkPage({ screen, act, chosen, report: would.data, done: false, refused, reason });
    answerPage(response, page, refused.status);
  }
}

function actOf(asked: string): Act {
  if (asked === 'release' || asked === 'withdraw') return asked;
  throw new NotFoundException();
}

/** What the reader has ticked, as it is now; a version that has changed since is told by the web API. */
async function chosenFrom(screen: Screen, items: readonly string[]): Promise<Chosen[]> {
  const named = new Map(
    items.map((item): [id: string, version: string] => {
      const [id = '', version = ''] = item.split(':');
      return [id, version];
    }),
  );
  const chosen: Chosen[] = [];
  for (const [id, version] of [...named].slice(0, MOST)) {
    const { title, handling } = latestOf(await ownAdvisory(screen, id));
    chosen.push({ id, version: Number(version) || 0, title, tlp: handling.tlp });
  }
  return chosen;
}

function carriedOut({ api }: Screen, act: Act, chosen: readonly Chosen[], reason: string, dryRun: boolean) {
  const query = dryRun ? ({ dry_run: 'true' } as const) : {};
  if (act === 'release') {
    const items = chosen.map(({ id, version }) => ({ id, version, public: false }));
    return tried(
      api.POST('/api/v1/advisories/bulk/releases', { params: { query }, body: { items, atomic: false } }),
    );
  }
  const ids = chosen.map(({ id }) => id);
  return tried(
    api.POST('/api/v1/advisories/bulk/withdrawals', {
      params: { query },
      body: { ids, reason, atomic: false },
    }),
  );
}
