import type { components } from '../../../../docs/openapi';
import { UserText } from '../../frame/user-text';
import { Stop } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import { ShownOncePage } from '../shown-once.page';
import { KeyState, scopesInWords } from './key-state';

/** The whole key, this once. */
export function IssuedKeyPage({
  screen,
  issued,
}: {
  screen: Screen;
  issued: components['schemas']['IssuedApiKeyView'];
}) {
  const { t } = screen;
  return (
    <ShownOncePage
      {...{
        screen,
        title: t('administration.newKey'),
        secret: issued.key,
        back: '/portal/administration/keys',
      }}
    >
      <p>
        <strong>
          <UserText text={issued.name} />
        </strong>
        : {scopesInWords(screen, issued.scopes)}
        <Stop screen={screen} />
        <KeyState screen={screen} apiKey={issued} />
      </p>
      <p>{t('administration.keyUse')}</p>
    </ShownOncePage>
  );
}
