import { ConfirmPage } from '../../frame/confirm.page';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { type ApiKey, KeyState, scopesInWords } from './key-state';

/** What is to be done with a key. */
export type KeyAct = { act: 'rotation'; hours: string; expires: string } | { act: 'revocation' };

/** Which system an act affects, when that last asked, and what becomes of it. */
export function ConfirmKeyPage({ screen, key, wanted }: { screen: Screen; key: ApiKey; wanted: KeyAct }) {
  const { t } = screen;
  const rotates = wanted.act === 'rotation';
  const title = t(rotates ? 'administration.rotate' : 'administration.revokeKey');
  const place = `/portal/administration/keys/${key.id}`;
  const fields: [string, string][] = rotates
    ? [
        ['overlap_hours', wanted.hours],
        ['expires_at', wanted.expires],
      ]
    : [];
  return (
    <ConfirmPage {...{ screen, title, submit: title, back: place, fields }} action={`${place}/${wanted.act}`}>
      <p>
        {t('administration.affectsSystem')}{' '}
        <strong>
          <UserText text={key.name} />
        </strong>{' '}
        <code dir="ltr">{key.prefix}</code>
      </p>
      <dl class="plain-facts">
        <dt>{t('administration.scopes')}</dt>
        <dd>{scopesInWords(screen, key.scopes)}</dd>
        <dt>{t('administration.state')}</dt>
        <dd>
          <KeyState screen={screen} apiKey={key} />
        </dd>
        <dt>{t('account.lastUsed')}</dt>
        <dd>
          {key.last_used_at ? <Instant screen={screen} at={key.last_used_at} /> : t('administration.never')}
        </dd>
      </dl>
      <p class="alert alert-warning">
        {rotates
          ? t('administration.rotateEffect', { hours: wanted.hours })
          : t('administration.revokeEffect')}
      </p>
    </ConfirmPage>
  );
}
