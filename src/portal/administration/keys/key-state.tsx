import { listOf } from '../../frame/listed';
import type { components } from '../../../../docs/openapi';
import { Instant } from '../../frame/time';
import type { Screen } from '../../screen/screen';
import type { Scope } from './key-form';

export type ApiKey = components['schemas']['ApiKeyView'];

export const scopesInWords = (screen: Screen, scopes: readonly Scope[]): string =>
  listOf(
    screen,
    scopes.map((scope) => screen.t(`scopes.${scope}`)),
  );

export const isGood = (key: ApiKey, now: string): boolean => !key.revoked_at && key.expires_at > now;

/** Whether a key is good, and until when. */
export function KeyState({ screen, apiKey: key }: { screen: Screen; apiKey: ApiKey }) {
  const { t, me } = screen;
  if (key.revoked_at)
    return (
      <>
        {t('administration.revoked')} <Instant screen={screen} at={key.revoked_at} />
      </>
    );
  const good = me && isGood(key, me.at);
  return (
    <>
      {t(good ? 'administration.goodUntil' : 'administration.expired')}{' '}
      <Instant screen={screen} at={key.expires_at} />
      {key.expires_soon && <strong class="badge bg-orange-lt">{t('administration.endsSoon')}</strong>}
      {key.replaced_by && <span class="badge bg-blue-lt">{t('administration.replaced')}</span>}
    </>
  );
}
