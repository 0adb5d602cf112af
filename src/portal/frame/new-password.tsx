import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { Field } from './field';

/** A new password, typed twice. */
export function NewPasswordFields({
  screen,
  refused,
  name,
}: {
  screen: Screen;
  refused: ApiRefused | undefined;
  /** As the web API names the field. */
  name: string;
}) {
  const { t } = screen;
  return (
    <>
      <Field
        {...{ screen, refused, name, label: t('account.newPassword'), hint: t('account.passwordRules') }}
        required
        control={(tied) => <input {...tied} type="password" autocomplete="new-password" minLength={12} />}
      />
      <Field
        {...{ screen, refused, name: 'repeated', label: t('account.repeated'), required: true }}
        control={(tied) => <input {...tied} type="password" autocomplete="new-password" />}
      />
    </>
  );
}
