import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { components } from '../../../../docs/openapi';
import { answerPage, leadOn } from '../../screen/answer';
import { hasRole, type Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, type Contact, isOwn } from '../organization';
import { tagsIn } from '../profile/profile.controller';
import { notForYou, readOrganization } from '../reading';
import { ContactFormPage } from './contact.page';
import { RemoveContactPage, VerifyPage } from './verify.page';

type Schemas = components['schemas'];

/** The contacts of the reader's own organization: added, changed, verified, removed. */
@Screens('organizations/:handle/contacts')
export class ContactScreens {
  @Get('add')
  async blank(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await readOrganization(screen, handle, { toKeep: true });
    const page = { screen, handle, contact: undefined, filled: () => undefined };
    answerPage(response, ContactFormPage(page));
  }

  @Post('add')
  async add(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.POST('/api/v1/organizations/{handle}/contacts', {
        params: { path: { handle } },
        body: bodyOf(form),
      }),
    );
    if (!refused) return leadOn(response, addressOf(handle), 'saved');
    const page = { screen, handle, contact: undefined, refused, filled: (name: string) => form.text(name) };
    answerPage(response, ContactFormPage(page), refused.status);
  }

  @Get(':id')
  async edit(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await readOrganization(screen, handle, { toKeep: true });
    const contact = await read(screen, handle, id);
    answerPage(response, ContactFormPage({ screen, handle, contact, filled: saidIn(contact) }));
  }

  @Post(':id')
  async change(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.PUT('/api/v1/organizations/{handle}/contacts/{id}', {
        params: { path: { handle, id } },
        body: { ...bodyOf(form), base: Number(form.text('base')) },
      }),
    );
    if (!refused) return leadOn(response, addressOf(handle), 'saved');
    const contact = await read(screen, handle, id);
    const filled = (name: string) => form.text(name);
    answerPage(response, ContactFormPage({ screen, handle, contact, refused, filled }), refused.status);
  }

  @Get(':id/verify')
  async tryOut(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const contact = await read(screen, handle, id);
    if (!isOwn(screen, handle) || !hasRole(screen, 'administrator', 'liaison', 'duty-officer'))
      throw notForYou();
    answerPage(response, VerifyPage({ screen, handle, contact }));
  }

  @Post(':id/verify')
  async verify(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const note = form.text('note');
    const { refused } = await tried(
      screen.api.POST('/api/v1/organizations/{handle}/contacts/{id}/verifications', {
        params: { path: { handle, id } },
        body: {
          version: Number(form.text('version')),
          method: form.text('method') as Schemas['VerifyContactBody']['method'],
          ...(note && { note }),
        },
      }),
    );
    if (!refused) return leadOn(response, addressOf(handle), 'recorded');
    const contact = await read(screen, handle, id);
    const filled = (name: string) => form.text(name);
    answerPage(response, VerifyPage({ screen, handle, contact, refused, filled }), refused.status);
  }

  @Get(':id/remove')
  async sure(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await readOrganization(screen, handle, { toKeep: true });
    answerPage(response, RemoveContactPage({ screen, handle, contact: await read(screen, handle, id) }));
  }

  @Post(':id/remove')
  async remove(
    @Param('handle') handle: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await given(
      screen.api.DELETE('/api/v1/organizations/{handle}/contacts/{id}', { params: { path: { handle, id } } }),
    );
    leadOn(response, addressOf(handle), 'removed');
  }
}

const read = (screen: Screen, handle: string, id: string): Promise<Contact> =>
  given(screen.api.GET('/api/v1/organizations/{handle}/contacts/{id}', { params: { path: { handle, id } } }));

const saidIn =
  (contact: Contact) =>
  (name: string): string | undefined => {
    if (name === 'languages') return contact.languages.join(', ');
    if (name === 'emergency') return contact.emergency ? 'yes' : undefined;
    if (name === 'base') return String(contact.version);
    return (contact as unknown as Record<string, string | null>)[name] ?? undefined;
  };

function bodyOf(form: Form): Schemas['ContactBody'] {
  const [name, telephone, hours] = [form.text('name'), form.text('telephone'), form.text('hours')];
  const languages = tagsIn(form.text('languages'));
  return {
    role: form.text('role') as Contact['role'],
    email: form.text('email') ?? '',
    emergency: form.has('emergency'),
    ...(name && { name }),
    ...(telephone && { telephone: telephone.replaceAll(/[\s-]/g, '') }),
    ...(hours && { hours }),
    ...(languages.length > 0 && { languages }),
  };
}
