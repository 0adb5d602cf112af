import { Get, Inject, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../../../platform/secret';
import type { Settings } from '../../../platform/settings';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { rolesIn } from '../role-boxes';
import { arrivalLink, LinkPage } from './link.page';
import { NewPersonPage } from './new-person.page';
import { PeoplePage } from './people.page';

/** The people of the reader’s organization, and how new ones come in. */
@Screens('administration')
export class PeopleScreens {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const page = await given(screen.api.GET('/api/v1/accounts', { params: { query } }));
    answerPage(response, PeoplePage({ screen, page }));
  }

  @Get('invite')
  invitation(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, NewPersonPage({ screen, invited: true }));
  }

  @Post('invite')
  async invite(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const body = personIn(form);
    const { data, refused } = await tried(screen.api.POST('/api/v1/invitations', { body }));
    if (refused)
      return answerPage(response, NewPersonPage({ screen, invited: true, ...body, refused }), refused.status);
    const link = arrivalLink(this.settings.publicUrl, 'invitation', data.token);
    answerPage(
      response,
      LinkPage({ screen, kind: 'invitation', person: data, link, until: data.expires_at }),
    );
  }

  @Get('create')
  creation(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, NewPersonPage({ screen, invited: false }));
  }

  @Post('create')
  async create(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const body = personIn(form);
    const account = { ...body, password: form.secret('password') };
    const { data, refused } = await tried(screen.api.POST('/api/v1/accounts', { body: account }));
    if (refused)
      return answerPage(
        response,
        NewPersonPage({ screen, invited: false, ...body, refused }),
        refused.status,
      );
    leadOn(response, `/portal/administration/people/${data.id}`, 'personCreated');
  }
}

const personIn = (form: Form) => ({
  email: form.text('email') ?? '',
  name: form.text('name') ?? '',
  roles: rolesIn(form.list('roles')),
});
