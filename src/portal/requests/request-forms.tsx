import { Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { type RequestProps, WHY } from './request';

/** Whom it affects is shown before an item goes. */
export function AnswerForm({ screen, request, looked, refused }: RequestProps) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action={`/portal/requests/${request.id}/answers`}>
      <h3>{t('requests.answer')}</h3>
      <FormFault screen={screen} refused={refused} />
      <Field
        {...{ screen, refused, name: 'item', label: t('requests.item'), required: true }}
        hint={t('requests.itemHint', { team: request.from })}
        control={(tied) => <input {...tied} dir="ltr" value={looked?.item} readOnly={looked !== undefined} />}
      />
      {looked ? (
        <button class="btn btn-primary" name="act" value="answer">
          {t('requests.answerNow')}
        </button>
      ) : (
        <button class="btn" name="act" value="look">
          {t('requests.look')}
        </button>
      )}
    </ActForm>
  );
}

export function RefuseForm({ screen, request }: RequestProps) {
  const { t } = screen;
  return (
    <details>
      <summary>{t('requests.refuse')}</summary>
      <ActForm screen={screen} action={`/portal/requests/${request.id}/refusal`}>
        <Select
          {...{ screen, name: 'reason_code', label: t('requests.why'), required: true }}
          choices={WHY.map((value) => ({ value, name: t(`requests.why_${value}`) }))}
          chosen={undefined}
        />
        <Field
          {...{ screen, name: 'reason', label: t('requests.reason') }}
          control={(tied) => <textarea {...tied} rows={2} maxLength={2000} dir="auto" />}
        />
        <label class="form-check">
          <input type="checkbox" class="form-check-input" name="tell_reason" value="yes" />
          <span class="form-check-label">{t('requests.tell')}</span>
        </label>
        <button class="btn">{t('requests.refuse')}</button>
      </ActForm>
    </details>
  );
}

export function CloseForm({ screen, request }: RequestProps) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action={`/portal/requests/${request.id}/closing`}>
      <p>{t('requests.closeWhat')}</p>
      <button class="btn">{t('requests.close')}</button>
    </ActForm>
  );
}
