import { errorInWords, Field } from '../../frame/field';
import { faultInWords } from '../../frame/fault.page';
import { listOf } from '../../frame/listed';
import { isMessage } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { placeOf } from './form/place';
import { TERMS, type Written } from './form/written';

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

type Fault = NonNullable<ApiRefused['problem']['errors']>[number];

/** Where something is wrong, by the words of the form, and a way to it; what the form does not have, by its name. */
function InForm({ screen, written, error }: { screen: Screen; written: Written; error: Fault }) {
  const { t } = screen;
  const path = error.field.startsWith(`${TERMS}.`) ? error.field.slice(TERMS.length + 1) : '';
  const { labels, control } = placeOf(written.form, TERMS, path);
  const words = listOf(
    screen,
    labels.map(({ label, number }) => t(label, { number: number ?? 0 })),
  );
  return (
    <li>
      {words === '' ? (
        <code dir="ltr">{error.field}</code>
      ) : control ? (
        <a href={`#field-${control}`}>{words}</a>
      ) : (
        <span>{words}</span>
      )}{' '}
      <bdi>{errorInWords(screen, error)}</bdi>
      {!isMessage(`rules.${error.rule}`) && (
        <>
          {' '}
          <bdi lang="en">{error.message}</bdi>
        </>
      )}
    </li>
  );
}

/** What was refused, place by place: in the form with a way to each, as JSON by the names that stand there. */
export function Faults({
  screen,
  refused,
  written,
}: {
  screen: Screen;
  refused: ApiRefused | undefined;
  written: Written;
}) {
  if (!refused) return null;
  const errors = refused.problem.errors ?? [];
  return (
    <div class="alert alert-danger" role="alert">
      {(errors.length === 0 || refused.code !== 'invalid') &&
        faultInWords(screen, refused.code, refused.problem.detail)}
      {errors.length > 0 && (
        <ul>
          {errors.map((error) =>
            written.as === 'form' ? (
              <InForm {...{ screen, written, error }} />
            ) : (
              <li>
                <code dir="ltr">{error.field}</code> <bdi>{error.message}</bdi>
              </li>
            ),
          )}
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
