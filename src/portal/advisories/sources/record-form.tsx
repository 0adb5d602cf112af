import { Select } from '../../frame/choices';
import { ActForm, Field, FormFault } from '../../frame/field';
import { LocalTimeField } from '../../frame/local-time-field';
import type { OrganizationChoices } from '../../frame/organizations';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { ApiRefused } from '../../web-api/refused';
import { type OwnAdvisory, pageOf } from '../advisory';

/** Records a consent; it counts once a second person has confirmed it. */
export function RecordForm({
  screen,
  advisory,
  organizations,
  refused,
  form,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  organizations: OrganizationChoices;
  refused?: ApiRefused | undefined;
  /** What was typed, where it was refused. */
  form?: Form | undefined;
}) {
  const { t, me } = screen;
  const named = { screen, refused: form && refused };
  const own = me?.organization.handle;
  return (
    <ActForm screen={screen} action={pageOf(advisory.id, 'consents')}>
      <h3>{t('sources.record')}</h3>
      <FormFault {...named} />
      <Field
        {...{ ...named, name: 'source', label: t('sources.source'), hint: t('sources.sourceHint') }}
        required
        control={(tied) => <input {...tied} maxLength={300} dir="auto" value={form?.text('source')} />}
      />
      <Select
        {...{ ...named, name: 'to', label: t('sources.to'), required: true }}
        choices={[
          ...(['partners', 'public'] as const).map((value) => ({ value, name: t(`sources.to_${value}`) })),
          ...organizations.choices.filter(({ value }) => value !== own),
        ]}
        chosen={form?.text('to')}
      />
      <LocalTimeField
        {...{ ...named, name: 'valid_from', label: t('sources.from'), hint: t('sources.fromHint') }}
        value={form?.text('valid_from')}
      />
      <LocalTimeField
        {...{ ...named, name: 'valid_until', label: t('sources.until'), hint: t('sources.untilHint') }}
        required
        value={form?.text('valid_until')}
      />
      <Field
        {...{ ...named, name: 'evidence_sha256', label: t('sources.evidence') }}
        required
        hint={t('sources.evidenceHint')}
        control={(tied) => <input {...tied} dir="ltr" value={form?.text('evidence_sha256')} />}
      />
      <button class="btn btn-primary" data-ctrl-enter>
        {t('sources.recordNow')}
      </button>
    </ActForm>
  );
}
