import { Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import { PassOn } from '../../screen/pass-on';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { addressOf, mayKeep } from '../organization';
import { notForYou, readWithContacts } from '../reading';
import { AddKeyPage, RemoveKeyPage } from './key.page';

/** The OpenPGP keys of organizations: downloaded by everybody, kept by their own people. */
@Screens('organizations/:handle/keys')
export class KeyScreens {
  constructor(private readonly passOn: PassOn) {}

  @Get('add')
  async blank(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const { contacts } = await readWithContacts(screen, handle);
    if (!mayKeep(screen, handle)) throw notForYou();
    answerPage(response, AddKeyPage({ screen, handle, contacts }));
  }

  @Post('add')
  async add(
    @Param('handle') handle: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const contact = form.text('contact');
    const { refused } = await tried(
      screen.api.POST('/api/v1/organizations/{handle}/keys', {
        params: { path: { handle } },
        body: { armored: form.text('armored') ?? '', ...(contact && { contact }) },
      }),
    );
    if (!refused) return leadOn(response, addressOf(handle), 'saved');
    const { contacts } = await readWithContacts(screen, handle);
    const filled = (name: string) => form.text(name);
    answerPage(response, AddKeyPage({ screen, handle, contacts, refused, filled }), refused.status);
  }

  @Get(':fingerprint')
  async download(
    @Param('handle') handle: string,
    @Param('fingerprint') fingerprint: string,
    @OnScreen() _screen: Screen,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const path = [handle, fingerprint].map(encodeURIComponent).join('/keys/');
    await this.passOn.run(request, response, `/api/v1/organizations/${path}`);
  }

  @Get(':fingerprint/remove')
  async sure(
    @Param('handle') handle: string,
    @Param('fingerprint') fingerprint: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const { keys } = await readWithContacts(screen, handle);
    if (!mayKeep(screen, handle)) throw notForYou();
    const key = keys.find((one) => one.fingerprint === fingerprint);
    if (!key) throw new NotFoundException();
    answerPage(response, RemoveKeyPage({ screen, handle, key }));
  }

  @Post(':fingerprint/remove')
  async remove(
    @Param('handle') handle: string,
    @Param('fingerprint') fingerprint: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await given(
      screen.api.DELETE('/api/v1/organizations/{handle}/keys/{fingerprint}', {
        params: { path: { handle, fingerprint } },
      }),
    );
    leadOn(response, addressOf(handle), 'removed');
  }
}
