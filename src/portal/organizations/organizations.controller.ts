import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { paths } from '../../../docs/openapi';
import { answerPage } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { given } from '../web-api/refused';
import { OrganizationPage } from './organization.page';
import { OrganizationsPage } from './organizations.page';
import { readWithContacts } from './reading';

type ListQuery = NonNullable<paths['/api/v1/organizations']['get']['parameters']['query']>;

/** The directory, and one organization of it. */
@Screens('organizations')
export class OrganizationScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor, kind } = screen.query;
    const page = await given(
      screen.api.GET('/api/v1/organizations', { params: { query: { cursor, kind } as ListQuery } }),
    );
    answerPage(response, OrganizationsPage({ screen, page }));
  }

  @Get(':handle')
  async show(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const read = await readWithContacts(screen, handle);
    const { cursor } = screen.query;
    const constituents = await given(
      screen.api.GET('/api/v1/organizations/{handle}/constituents', {
        params: { path: { handle }, query: cursor ? { cursor } : {} },
      }),
    );
    answerPage(response, OrganizationPage({ screen, ...read, constituents }));
  }
}
