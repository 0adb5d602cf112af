import { Boxes } from '../../frame/choices';
import { Field } from '../../frame/field';
import { LocalTimeField } from '../../frame/local-time-field';
import { INFORMATION_TYPES, inWords } from '../../frame/terms';
import type { MessageKey } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type Agreement, foremostTerms, namesIn } from '../agreement';
import { type FormStep, NEEDED, STEP_FIELDS, type StepField } from './steps';

export interface FieldsProps {
  readonly screen: Screen;
  readonly agreement: Agreement;
  readonly step: FormStep;
  /** What was filled in before. */
  readonly filled: (field: StepField) => string | undefined;
  /** What was ticked before. */
  readonly ticked: (field: StepField) => readonly string[];
  readonly refused?: ApiRefused | undefined;
}

const TIMES: Partial<Record<StepField, MessageKey>> = {
  given_at: 'steps.given',
  starts_at: 'steps.startsAt',
  ends_at: 'steps.endsAt',
  review_at: 'steps.reviewAt',
};

const timeLabel = (step: FormStep, field: StepField): MessageKey => {
  if (TIMES[field]) return TIMES[field];
  if (step === 'give_notice') return 'steps.ends';
  return ['approve', 'sign', 'notify', 'reject'].includes(step) ? 'steps.happened' : 'steps.takesEffect';
};

function timeHint({ screen: { t, zone }, step }: FieldsProps, field: StepField, required: boolean): string {
  if (required) return t('steps.zoneOnly', { zone });
  if (step === 'give_notice' && field === 'effective_at')
    return `${t('steps.zoneOnly', { zone })} ${t('steps.noticeHint')}`;
  if (field === 'ends_at' || field === 'review_at')
    return `${t('steps.zoneOnly', { zone })} ${t('steps.endsHint')}`;
  return t('steps.zoneHint', { zone });
}

/** Whom one may record for: those who still have to consent. */
function PartyField(props: FieldsProps & { common: Common }) {
  const { screen, agreement, filled, common } = props;
  const { t } = screen;
  const nameOf = namesIn(agreement);
  return (
    <Field
      {...common}
      label={t('steps.party')}
      hint={t('steps.partyHint')}
      control={(tied) => (
        <select {...tied} class="form-select">
          <option value="">{t('steps.ownParty')}</option>
          {agreement.parties.map(({ organization }) => (
            <option value={organization} selected={filled('party') === organization}>
              {nameOf(organization)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function DirectionField(props: FieldsProps & { common: Common }) {
  const { screen, agreement, filled, common } = props;
  const { t } = screen;
  const nameOf = namesIn(agreement);
  return (
    <Field
      {...common}
      label={t('steps.direction')}
      control={(tied) => (
        <select {...tied} class="form-select">
          <option value="">{t('steps.everyDirection')}</option>
          {foremostTerms(agreement)?.grants.map(({ from, to }) => (
            <option value={`${from} ${to}`} selected={filled('direction') === `${from} ${to}`}>
              {t('agreements.gives', { from: nameOf(from), to: nameOf(to) })}
            </option>
          ))}
        </select>
      )}
    />
  );
}

interface Common {
  readonly screen: Screen;
  readonly name: StepField;
  readonly required: boolean;
  readonly refused: ApiRefused | undefined;
}

function OneField(props: FieldsProps & { field: StepField }) {
  const { screen, step, field, filled, refused } = props;
  const { t } = screen;
  const required = NEEDED[step].includes(field);
  const common: Common = { screen, name: field, required, refused };
  switch (field) {
    case 'party':
      return <PartyField {...props} common={common} />;
    case 'direction':
      return <DirectionField {...props} common={common} />;
    case 'information_types':
      return (
        <Boxes
          {...{ screen, refused, name: field, label: t('steps.onlyTypes'), hint: t('steps.onlyTypesHint') }}
          choices={INFORMATION_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
          chosen={props.ticked(field)}
        />
      );
    case 'reason':
      return (
        <Field
          {...common}
          label={t('steps.reason')}
          hint={t('steps.reasonHint')}
          control={(tied) => (
            <textarea {...tied} rows={2} maxLength={2000} dir="auto">
              {filled(field)}
            </textarea>
          )}
        />
      );
    case 'signed_by':
      return (
        <Field
          {...common}
          label={t('paper.signedByField')}
          hint={t('paper.signedByHint')}
          control={(tied) => <input {...tied} maxLength={200} dir="auto" value={filled(field)} />}
        />
      );
    case 'on_behalf_of':
      return (
        <Field
          {...common}
          label={t('steps.onBehalf')}
          hint={t('steps.onBehalfHint')}
          control={(tied) => <input {...tied} maxLength={200} dir="auto" value={filled(field)} />}
        />
      );
    case 'evidence_sha256':
      return (
        <Field
          {...common}
          label={t('steps.evidence')}
          hint={t('steps.evidenceHint')}
          control={(tied) => <input {...tied} dir="ltr" autocomplete="off" value={filled(field)} />}
        />
      );
    case 'given_at':
    case 'effective_at':
    case 'starts_at':
    case 'ends_at':
    case 'review_at':
      return (
        <LocalTimeField
          {...common}
          label={t(timeLabel(step, field))}
          hint={timeHint(props, field, required)}
          value={filled(field)}
        />
      );
  }
}

/** The fields of a step, each with its fault beside it. */
export function StepFields(props: FieldsProps) {
  return (
    <>
      {STEP_FIELDS[props.step].map((field) => (
        <OneField {...props} field={field} />
      ))}
    </>
  );
}
