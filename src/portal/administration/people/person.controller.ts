import { Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../../../platform/secret';
import type { Settings } from '../../../platform/settings';
import { CONFIRMED } from '../../frame/confirm.page';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { rolesIn } from '../role-boxes';
import { ConfirmPersonPage, type PersonAct } from './confirm-person.page';
import { arrivalLink, LinkPage } from './link.page';
import { PersonPage } from './person.page';

const placeOf = (id: string) => `/portal/administration/people/${id}`;

/** One person of the reader’s organization. Each act says first whom it affects and what it does. */
@Screens('administration/people/:id')
export class PersonScreens {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    answerPage(response, PersonPage({ screen, person: await personOf(screen, id) }));
  }

  @Post('roles')
  async roles(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const roles = rolesIn(form.list('roles'));
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'roles', roles });
    const asked = screen.api.PUT('/api/v1/accounts/{id}/roles', {
      params: { path: { id } },
      body: { roles },
    });
    const { refused } = await tried(asked);
    if (!refused) return leadOn(response, placeOf(id), 'rolesChanged');
    const person = await personOf(screen, id);
    answerPage(response, PersonPage({ screen, person, refused }), refused.status);
  }

  @Post('departure')
  async departure(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'departure', reason });
    const params = { path: { id } };
    const asked = screen.api.POST('/api/v1/accounts/{id}/departure', { params, body: { reason } });
    const { refused } = await tried(asked);
    if (!refused) return leadOn(response, placeOf(id), 'departed');
    const person = await personOf(screen, id);
    answerPage(response, PersonPage({ screen, person, refused }), refused.status);
  }

  @Post('password-reset')
  async reset(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'password-reset' });
    const params = { path: { id } };
    const issued = await given(screen.api.POST('/api/v1/accounts/{id}/password-reset', { params }));
    const person = await personOf(screen, id);
    const link = arrivalLink(this.settings.publicUrl, 'password-reset', issued.token);
    answerPage(
      response,
      LinkPage({ screen, kind: 'password-reset', person, link, until: issued.expires_at }),
    );
  }

  @Post('second-factor')
  async removeFactor(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'second-factor' });
    await given(screen.api.DELETE('/api/v1/accounts/{id}/second-factor', { params: { path: { id } } }));
    leadOn(response, placeOf(id), 'secondFactorRemoved');
  }
}

const personOf = (screen: Screen, id: string) =>
  given(screen.api.GET('/api/v1/accounts/{id}', { params: { path: { id } } }));

async function confirm(screen: Screen, id: string, response: Response, wanted: PersonAct): Promise<void> {
  answerPage(response, ConfirmPersonPage({ screen, person: await personOf(screen, id), wanted }));
}
