import type { components } from '../../../docs/openapi';
import { ActForm, FormFault, fieldFaults } from '../frame/field';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Form } from '../screen/screens';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { Contact, Officer } from './partners';

export type NumberOnFile = components['schemas']['NumberOnFileView'];

interface CallBackProps {
  screen: Screen;
  officer: Officer;
  numbers: readonly NumberOnFile[];
  sent?: Form | undefined;
  refused?: ApiRefused | undefined;
}

function NumberChoice({ screen, number, chosen }: { screen: Screen; number: NumberOnFile; chosen: boolean }) {
  const { t } = screen;
  const { contact, role, name, telephone, on_file_since: since, counts, counts_from: from } = number;
  return (
    <li>
      <label class="form-check">
        <input
          type="radio"
          class="form-check-input"
          name="contact"
          value={contact}
          required
          disabled={!counts}
          checked={chosen}
        />
        <span class="form-check-label">
          <a href={`tel:${telephone}`} dir="ltr">
            {telephone}
          </a>{' '}
          {t(`callAndStop.role_${role as Contact['role']}`)} {name && <UserText text={name} />}
        </span>
      </label>
      <div class="text-secondary">
        {t('cooperation.onFileSince')} <Instant screen={screen} at={since} />
        {!counts && (
          <div class="badge badge-wraps bg-orange-lt">
            {t('cooperation.noProofBefore')} <Instant screen={screen} at={from} />
          </div>
        )}
      </div>
    </li>
  );
}

/** Calling a duty officer back at a number that was on file before: for a day RED may go to her again. */
export function CallBackForm({ screen, officer, numbers, sent, refused }: CallBackProps) {
  const { t } = screen;
  const faults = [...fieldFaults(screen, refused, 'contact'), ...fieldFaults(screen, refused, 'person')];
  return (
    <section>
      <h2>{t('cooperation.callBackTitle')}</h2>
      <p>{t('cooperation.callBackMeans')}</p>
      {numbers.length === 0 ? (
        <p class="empty-list">{t('cooperation.noNumbers')}</p>
      ) : (
        <ActForm
          screen={screen}
          action={`/portal/call-and-stop/${officer.organization}/officers/${officer.id}/call-back`}
        >
          <FormFault screen={screen} refused={refused} />
          <fieldset aria-describedby={faults.length > 0 ? 'field-contact-fault' : undefined}>
            <legend>{t('cooperation.calledNumber')}</legend>
            <ul class="plain">
              {numbers.map((number) => (
                <NumberChoice {...{ screen, number, chosen: sent?.text('contact') === number.contact }} />
              ))}
            </ul>
            {faults.length > 0 && (
              <div id="field-contact-fault" class="invalid-feedback d-block">
                {faults.join(' ')}
              </div>
            )}
          </fieldset>
          <button class="btn btn-primary">{t('cooperation.recordCallBack')}</button>
        </ActForm>
      )}
    </section>
  );
}
