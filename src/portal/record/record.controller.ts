import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { organizationChoices } from '../frame/organizations';
import { answerPage } from '../screen/answer';
import { hasRole, type Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { ApiRefused } from '../web-api/refused';
import { filtersIn } from './filters';
import { ItemLifePage, PartnerPage } from './history.page';
import { LogPage } from './log.page';
import { foundInAll, itemId, logsOf, pageOf } from './logs';
import { people } from './names';
import { NotForYouPage, RecordPage } from './record.page';
import { signedOf } from './signed';

/** The record of the reader's organization: its logs, the life of one item, and what one partner got. */
@Screens('record')
export class RecordScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    if (!isReader(screen)) return refuse(screen, response);
    const [logs, organizations] = await Promise.all([logsOf(screen), organizationChoices(screen)]);
    answerPage(response, RecordPage({ screen, logs, organizations }));
  }

  @Get('item')
  async item(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    if (!isReader(screen)) return refuse(screen, response);
    const { item: typed } = screen.query;
    const item = typed ? await itemId(screen, typed.trim()) : undefined;
    const logs = item ? await logsOf(screen) : [];
    const all = await foundInAll(screen, logs, item ? { item } : {});
    answerPage(response, ItemLifePage({ screen, item, found: all, people: await people(screen) }));
  }

  @Get('partner')
  async partner(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    if (!isReader(screen)) return refuse(screen, response);
    const { team = '' } = screen.query;
    const known = /^[a-z][a-z0-9-]{1,39}$/.test(team);
    const logs = known ? await logsOf(screen) : [];
    const filters = { kind: 'disclosure' as const, organization: team };
    const all = await foundInAll(screen, logs, filters);
    const organizations = await organizationChoices(screen);
    answerPage(response, PartnerPage({ screen, team, found: all, organizations }));
  }

  @Get('logs/:id')
  async log(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    if (!isReader(screen)) return refuse(screen, response);
    const log = (await logsOf(screen)).find((one) => one.id === id);
    if (!log) throw new ApiRefused({ type: '/problems/not-found', title: 'Not found', status: 404 });
    const filters = await filtersIn(screen);
    const fault = typeof filters === 'string' ? filters : undefined;
    const page = typeof filters === 'string' ? undefined : await pageOf(screen, id, filters);
    const [known, organizations, signed] = await Promise.all([
      people(screen),
      organizationChoices(screen),
      signedOf(screen, id),
    ]);
    const shown = { screen, log, page, people: known, organizations, signed, fault };
    answerPage(response, LogPage(shown), fault ? 422 : 200);
  }
}

/** Whether the web API has logs for her at all; whoever it has none for is told so in words. */
const isReader = (screen: Screen): boolean => hasRole(screen, 'auditor');
const refuse = (screen: Screen, response: Response): void =>
  answerPage(response, NotForYouPage({ screen }), 403);
