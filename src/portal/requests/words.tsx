import { ActForm, Field } from '../frame/field';
import { Instant } from '../frame/time';
import { UserLines, UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { Request, RequestProps } from './request';

/** When a word on how far it is is due next; nothing where none is owed. */
export function NextWord({ screen, next }: { screen: Screen; next: Request['next_word'] }) {
  const { t } = screen;
  if (!next) return null;
  return (
    <>
      <Instant screen={screen} at={next.due_at} />{' '}
      {next.overdue && (
        <>
          (<strong>{t('requests.response_overdue')}</strong>){' '}
        </>
      )}
      {t('requests.wordEvery', { hours: next.every_hours })}
    </>
  );
}

/** What who was asked has said of how far it is. */
export function Words({ screen, request: { updates } }: RequestProps) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('requests.words')}</h3>
      {updates.length === 0 && <p>{t('requests.noWords')}</p>}
      {updates.map(({ id, note, at, by }) => (
        <article key={id}>
          <p class="text-secondary">
            <Instant screen={screen} at={at} /> {by && <UserText text={by} />}
          </p>
          <UserLines text={note} />
        </article>
      ))}
    </section>
  );
}

export function WordForm({ screen, request, refused }: RequestProps) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action={`/portal/requests/${request.id}/updates`}>
      <Field
        {...{ screen, refused, name: 'note', label: t('requests.word'), hint: t('requests.wordHint') }}
        required
        control={(tied) => <textarea {...tied} rows={3} maxLength={5000} dir="auto" />}
      />
      <button class="btn">{t('requests.sayWord')}</button>
    </ActForm>
  );
}
