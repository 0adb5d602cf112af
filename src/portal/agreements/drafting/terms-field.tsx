import { Field } from '../../frame/field';
import { faultInWords } from '../../frame/fault.page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';

/** Terms as JSON, as the web API takes them. */
export function TermsField({
  screen,
  text,
  refused,
}: {
  screen: Screen;
  text: string | undefined;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Field
      {...{ screen, refused, name: 'terms', label: t('drafting.terms'), required: true }}
      hint={t('drafting.termsHint')}
      control={(tied) => (
        <textarea {...tied} rows={16} dir="ltr" spellcheck={false} class={`${tied.class} typed-terms`}>
          {text}
        </textarea>
      )}
    />
  );
}

/** What was refused, place by place, since one field holds all of the terms. */
export function Faults({ screen, refused }: { screen: Screen; refused: ApiRefused | undefined }) {
  if (!refused) return null;
  const errors = refused.problem.errors ?? [];
  return (
    <div class="alert alert-danger" role="alert">
      {(errors.length === 0 || refused.code !== 'invalid') &&
        faultInWords(screen, refused.code, refused.problem.detail)}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, message }) => (
            <li>
              <code dir="ltr">{field}</code> <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Says where what was typed cannot be read. */
export function Unreadable({ screen, fault }: { screen: Screen; fault: string | undefined }) {
  return fault === undefined ? null : (
    <p class="alert alert-danger" role="alert">
      {screen.t('drafting.unreadable', { where: fault })}
    </p>
  );
}
