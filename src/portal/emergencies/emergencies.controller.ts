import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pathOfItem } from '../frame/item-path';
import { answerPage, leadOn } from '../screen/answer';
import { requireRole, type Screen } from '../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { AlonePage } from './alone.page';
import { pathOfEmergency } from './emergency';
import { EmergencyPage } from './emergency.page';
import { type Leaving, leavingOf } from './leaving';

/** Releasing alone in an emergency, and what another says of it. */
@Screens('emergencies')
export class EmergencyScreens {
  @Get('of/:kind/:id')
  async look(
    @OnScreen() screen: Screen,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    requireRole(screen, 'releaser', 'duty-officer');
    answerPage(response, await alonePage(screen, await leavingOf(screen, kind, id)));
  }

  @Post('of/:kind/:id')
  async release(
    @OnScreen() screen: Screen,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const of = await leavingOf(screen, kind, id);
    const reason = form.text('reason') ?? '';
    const sent = {
      params: { path: { id } },
      body: { version: Number(form.text('version') ?? 0), reason },
    };
    const { refused } = await tried<object>(
      of.kind === 'advisory'
        ? screen.api.POST('/api/v1/advisories/{id}/emergency-release', sent)
        : screen.api.POST('/api/v1/incidents/{id}/emergency-release', sent),
    );
    if (!refused) return leadOn(response, pathOfItem(of.kind, id), 'released');
    answerPage(response, await alonePage(screen, of, { reason, refused }), refused.status);
  }

  @Get(':id')
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    answerPage(response, EmergencyPage({ screen, emergency: await emergencyOf(screen, id) }));
  }

  @Post(':id/confirmation')
  async confirm(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.POST('/api/v1/emergency-releases/{id}/confirmation', { params: { path: { id } } }),
    );
    if (!refused) return leadOn(response, pathOfEmergency(id), 'recorded');
    const emergency = await emergencyOf(screen, id);
    answerPage(response, EmergencyPage({ screen, emergency, refused }), refused.status);
  }

  @Post(':id/withdrawal')
  async withdraw(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/emergency-releases/{id}/withdrawal', {
        params: { path: { id } },
        body: { reason },
      }),
    );
    if (!refused) return leadOn(response, pathOfEmergency(id), 'withdrawn');
    const emergency = await emergencyOf(screen, id);
    answerPage(response, EmergencyPage({ screen, emergency, refused, reason }), refused.status);
  }
}

const emergencyOf = ({ api }: Screen, id: string) =>
  given(api.GET('/api/v1/emergency-releases/{id}', { params: { path: { id } } }));

async function alonePage(screen: Screen, of: Leaving, sent?: { reason: string; refused: ApiRefused }) {
  const { cursor } = screen.query;
  const query = { item: of.id, emergency: 'true' as const, ...(cursor ? { cursor } : {}) };
  const asked = await tried(screen.api.GET('/api/v1/decisions/preview', { params: { query } }));
  const refused = sent?.refused ?? asked.refused;
  return AlonePage({ screen, of, preview: asked.data, refused, reason: sent?.reason });
}
