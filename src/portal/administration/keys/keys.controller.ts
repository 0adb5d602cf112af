import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CONFIRMED } from '../../frame/confirm.page';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { ConfirmKeyPage, type KeyAct } from './confirm-key.page';
import { IssuedKeyPage } from './issued-key.page';
import { KeyPage } from './key.page';
import { KeysPage } from './keys.page';
import { dayOf, KEY_SCOPES, startOf, type WantedKey } from './key-form';
import { NewKeyPage } from './new-key.page';

const PLACE = '/portal/administration/keys';

/** The keys with which systems of the reader’s organization ask. A key itself is in one answer and nowhere else. */
@Screens('administration/keys')
export class KeysScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    answerPage(
      response,
      KeysPage({ screen, page: await given(screen.api.GET('/api/v1/api-keys', { params: { query } })) }),
    );
  }

  @Get('new')
  fresh(@OnScreen() screen: Screen, @Res() response: Response): void {
    const expires = screen.me ? dayOf(screen.me.at, 365) : '';
    answerPage(
      response,
      NewKeyPage({ screen, wanted: { name: '', expires, scopes: ['pull'], addresses: '' } }),
    );
  }

  @Post('new')
  async issue(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const wanted = wantedIn(form);
    const { name, scopes } = wanted;
    const allowed = wanted.addresses.split(/[\s,]+/).filter(Boolean);
    const body = {
      ...{ name, scopes, expires_at: startOf(wanted.expires) },
      ...(allowed.length ? { allowed_addresses: allowed } : {}),
    };
    const { data, refused } = await tried(screen.api.POST('/api/v1/api-keys', { body }));
    if (refused) return answerPage(response, NewKeyPage({ screen, wanted, refused }), refused.status);
    answerPage(response, IssuedKeyPage({ screen, issued: data }));
  }

  @Get(':id')
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    answerPage(response, KeyPage({ screen, key: await keyOf(screen, id) }));
  }

  @Post(':id/rotation')
  async rotate(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const [hours, expires] = [form.text('overlap_hours') ?? '', form.text('expires_at') ?? ''];
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'rotation', hours, expires });
    const body = { overlap_hours: Number(hours || 'NaN'), expires_at: startOf(expires) };
    const params = { path: { id } };
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/api-keys/{id}/rotation', { params, body }),
    );
    if (!refused) return answerPage(response, IssuedKeyPage({ screen, issued: data }));
    answerPage(response, KeyPage({ screen, key: await keyOf(screen, id), refused }), refused.status);
  }

  @Post(':id/revocation')
  async revoke(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    if (!form.has(CONFIRMED)) return confirm(screen, id, response, { act: 'revocation' });
    await given(screen.api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }));
    leadOn(response, `${PLACE}/${id}`, 'keyRevoked');
  }
}

const keyOf = (screen: Screen, id: string) =>
  given(screen.api.GET('/api/v1/api-keys/{id}', { params: { path: { id } } }));

async function confirm(screen: Screen, id: string, response: Response, wanted: KeyAct): Promise<void> {
  answerPage(response, ConfirmKeyPage({ screen, key: await keyOf(screen, id), wanted }));
}

const wantedIn = (form: Form): WantedKey => ({
  name: form.text('name') ?? '',
  expires: form.text('expires_at') ?? '',
  scopes: KEY_SCOPES.filter((scope) => form.list('scopes').includes(scope)),
  addresses: form.text('allowed_addresses') ?? '',
});
