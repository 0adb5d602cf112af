import { ActForm, Field, FormFault } from '../../frame/field';
import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type OwnIncident, pathOfCase } from '../incident';

interface NotesProps {
  screen: Screen;
  incident: OwnIncident;
  note?: string | undefined;
  refused?: ApiRefused | undefined;
}

/** What the owner's people write down for each other. Nobody else ever reads it. */
export function Notes({ screen, incident, note, refused }: NotesProps) {
  const { t } = screen;
  return (
    <>
      <h3>{t('cases.notes')}</h3>
      <p class="text-secondary">{t('cases.notesHint')}</p>
      {incident.notes.length > 0 && (
        <ol class="events">
          {incident.notes.map(({ at, by, note: text }) => (
            <li>
              <p>
                <Instant screen={screen} at={at} /> <UserText text={by.name} />
              </p>
              <UserLines text={text} />
            </li>
          ))}
        </ol>
      )}
      {hasRole(screen, 'analyst') && (
        <ActForm screen={screen} action={`${pathOfCase(incident.id)}/notes`}>
          <FormFault screen={screen} refused={refused} />
          <Field
            {...{ screen, refused, name: 'note', label: t('cases.newNote'), required: true }}
            control={(tied) => (
              <textarea {...tied} rows={3} maxLength={20_000} dir="auto">
                {note}
              </textarea>
            )}
          />
          <button class="btn" data-ctrl-enter>
            {t('cases.addNote')}
          </button>
        </ActForm>
      )}
    </>
  );
}
