import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { PartFault } from '../frame/part-fault';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Form } from '../screen/screens';
import { Comma } from '../frame/listed';
import { CallBackForm, type NumberOnFile } from './call-back-form';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { Officer, Partner, Verification } from './partners';
import { Reachable } from './reachable';

const METHODS = ['call_back', 'in_person', 'video', 'signed_message'] as const;

interface VerifyProps {
  screen: Screen;
  partner: Partner;
  officer: Officer;
  /** The one that counts now. */
  verification: Verification | undefined;
  /** Those at which she may be called back. */
  numbers: readonly NumberOnFile[];
  /** Whether what was sent is a call back, and not a verification. */
  calledBack?: boolean;
  sent?: Form | undefined;
  refused?: ApiRefused | undefined;
}

/** Recording that one made sure of a partner's duty officer: from then on RED may go to her by name. */
export function VerifyPage(props: VerifyProps) {
  const { screen, partner, officer, verification, numbers, calledBack, ...rest } = props;
  const { t } = screen;
  return (
    <Page screen={screen} title={t('callAndStop.verifyTitle')} labels={['GREEN']}>
      <p>
        <strong>
          <UserText text={officer.name} />
        </strong>
        <Comma screen={screen} />
        <UserText text={partner.name} />
      </p>
      <p>{t('callAndStop.verifyMeans')}</p>
      {!officer.verified_until && (
        <CallBackForm {...{ screen, officer, numbers }} {...(calledBack && rest)} />
      )}
      <h2>{t('callAndStop.call')}</h2>
      <p>{t('callAndStop.callBack')}</p>
      {partner.contacts.refused ? (
        <PartFault screen={screen} refused={partner.contacts.refused} />
      ) : (
        <Reachable screen={screen} contacts={partner.contacts.data} />
      )}
      <h2>{t('callAndStop.recordIt')}</h2>
      <VerifyForm {...props} {...(calledBack && { sent: undefined, refused: undefined })} />
      {verification && <Revocation {...{ screen, verification }} />}
    </Page>
  );
}

function VerifyForm({ screen, officer, sent, refused }: VerifyProps) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action={`/portal/call-and-stop/${officer.organization}/officers/${officer.id}`}>
      <FormFault screen={screen} refused={refused} />
      <Field
        {...{ screen, refused, name: 'method', label: t('callAndStop.method'), required: true }}
        control={(tied) => (
          <select {...tied}>
            {METHODS.map((method) => (
              <option value={method} selected={sent?.text('method') === method}>
                {t(`callAndStop.method_${method}`)}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        {...{ screen, refused, name: 'valid_until', label: t('callAndStop.validUntil'), required: true }}
        hint={t('callAndStop.validUntilHint')}
        control={(tied) => <input {...tied} type="date" value={sent?.text('valid_until')} />}
      />
      <Field
        {...{ screen, refused, name: 'note', label: t('callAndStop.note'), hint: t('callAndStop.noteHint') }}
        control={(tied) => <input {...tied} maxLength={1000} dir="auto" value={sent?.text('note')} />}
      />
      <button class="btn btn-primary">{t('callAndStop.verify')}</button>{' '}
      <a class="btn" href="/portal/call-and-stop">
        {t('frame.cancel')}
      </a>
    </ActForm>
  );
}

function Revocation({ screen, verification }: { screen: Screen; verification: Verification }) {
  const { t } = screen;
  return (
    <>
      <h2>{t('callAndStop.revokeTitle')}</h2>
      <p>
        {t('callAndStop.verifiedBy', {
          name: verification.recorded_by_name,
          method: t(`callAndStop.method_${verification.method}`),
        })}{' '}
        {t('callAndStop.until')} <Instant screen={screen} at={verification.valid_until} />
      </p>
      <p>{t('callAndStop.revokeMeans')}</p>
      <ActForm screen={screen} action={`/portal/call-and-stop/verifications/${verification.id}/revocation`}>
        <label class="form-label" for="field-revocation">
          {t('callAndStop.reason')}
        </label>
        <input
          class="form-control mb-3"
          id="field-revocation"
          name="reason"
          required
          minLength={3}
          maxLength={2000}
          dir="auto"
        />
        <button class="btn btn-danger">{t('callAndStop.revoke')}</button>
      </ActForm>
    </>
  );
}
