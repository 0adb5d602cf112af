import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import { PassOn } from '../../screen/pass-on';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { addressOf } from '../organization';
import { readOrganization, readWithContacts } from '../reading';
import { EditProfilePage } from './edit-profile.page';
import { ProfilePage } from './profile.page';
import { type Profile, profileFrom, textOf } from './sections';

type Body = components['schemas']['ChangeProfileBody'];
const HEADING = ['short_name', 'time_zone', 'working_hours'] as const;

/** The RFC 2350 profile of an organization: to print, as text, and to be changed by its own people. */
@Screens('organizations/:handle/profile')
export class ProfileScreens {
  constructor(private readonly passOn: PassOn) {}

  @Get()
  async show(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    answerPage(response, ProfilePage({ screen, ...(await readWithContacts(screen, handle)) }));
  }

  @Get('text')
  async text(
    @Param('handle') handle: string,
    @OnScreen() _screen: Screen,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const path = `/api/v1/organizations/${encodeURIComponent(handle)}/profile`;
    await this.passOn.run(request, response, path, 'text/plain');
  }

  @Get('edit')
  async edit(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const organization = await readOrganization(screen, handle, { toKeep: true });
    const { profile, name } = organization;
    answerPage(
      response,
      EditProfilePage({
        screen,
        organization,
        filled: (field) => saidIn(profile, field) ?? (field === 'name' ? name : undefined),
        base: String(profile?.version ?? 0),
      }),
    );
  }

  @Post('edit')
  async change(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.PUT('/api/v1/organizations/{handle}/profile', {
        params: { path: { handle } },
        body: bodyOf(form),
      }),
    );
    if (!refused) return leadOn(response, addressOf(handle), 'saved');
    const organization = await readOrganization(screen, handle, { toKeep: true });
    answerPage(
      response,
      EditProfilePage({
        ...{ screen, organization, refused },
        filled: (field) => form.text(field),
        base: form.text('base') ?? '0',
      }),
      refused.status,
    );
  }
}

const saidIn = (profile: Profile | null, name: string): string | undefined =>
  name === 'languages' ? profile?.languages?.join(', ') : textOf(profile, { name });

function bodyOf(form: Form): Body {
  const heading = HEADING.flatMap((name) => {
    const text = form.text(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const languages = tagsIn(form.text('languages'));
  return {
    ...profileFrom((name) => form.text(name)),
    ...Object.fromEntries(heading),
    name: form.text('name') ?? '',
    ...(languages.length > 0 && { languages }),
    base: Number(form.text('base')),
  };
}

/** Language tags with commas or spaces between. */
export const tagsIn = (text: string | undefined): string[] => text?.split(/[\s,،，]+/).filter(Boolean) ?? [];
