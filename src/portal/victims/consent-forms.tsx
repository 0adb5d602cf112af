import { Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import { OrganizationField } from '../frame/organizations';
import { hasRole } from '../screen/screen';
import { pathOfVictims, type VictimConsent, type VictimsProps } from './victims';

/** A consent that the reader has in writing. It counts once another person has confirmed it. */
export function RecordForm({ screen, item, teams, refused, filled = () => undefined }: VictimsProps) {
  const { t, zone } = screen;
  const { kind, id, victims } = item;
  if (victims.length === 0) return <p class="alert alert-info">{t('victims.nobodyNamed')}</p>;
  const tied = (name: string, label: string) => ({ screen, refused, name, label, required: true });
  const partners = { value: 'partners', name: t('victims.partners') };
  return (
    <section class="narrow card card-body">
      <h3>{t('victims.record')}</h3>
      <ActForm screen={screen} action={pathOfVictims(kind, id)}>
        <FormFault screen={screen} refused={refused} />
        <Select
          {...{ ...tied('victim', t('victims.victim')), chosen: filled('victim') }}
          choices={victims.map((value) => ({ value, name: value }))}
        />
        <Field
          {...{ ...tied('given_by', t('victims.givenBy')), hint: t('victims.givenByHint') }}
          control={(control) => <input {...control} maxLength={300} dir="auto" value={filled('given_by')} />}
        />
        <OrganizationField
          {...tied('to', t('victims.to'))}
          organizations={{ ...teams, choices: [partners, ...teams.choices] }}
          chosen={filled('to') ?? 'partners'}
        />
        <LocalTimeField
          {...{ screen, refused, name: 'valid_from', label: t('victims.from'), value: filled('valid_from') }}
          hint={t('victims.fromHint', { zone })}
        />
        <LocalTimeField
          {...{ ...tied('valid_until', t('victims.until')), value: filled('valid_until') }}
          hint={t('victims.untilHint', { zone })}
        />
        <Field
          {...{ ...tied('evidence_sha256', t('steps.evidence')), hint: t('steps.evidenceHint') }}
          control={(control) => (
            <input {...control} dir="ltr" autocomplete="off" value={filled('evidence_sha256')} />
          )}
        />
        <button class="btn btn-primary">{t('victims.record')}</button>
      </ActForm>
    </section>
  );
}

/** What may be done with one: a second person confirms it, and it is taken back at once by anybody who handles it. */
export function StepForms({ screen, item, consent }: VictimsProps & { consent: VictimConsent }) {
  const { t } = screen;
  const { id, state } = consent;
  const path = `${pathOfVictims(item.kind, item.id)}/${id}`;
  if (state === 'revoked' || state === 'lapsed') return null;
  return (
    <>
      {state === 'unconfirmed' && hasRole(screen, 'liaison', 'releaser') && (
        <ActForm screen={screen} action={`${path}/confirmation`}>
          <button class="btn btn-primary">{t('victims.confirm')}</button>
        </ActForm>
      )}
      {hasRole(screen, 'liaison', 'releaser', 'duty-officer', 'analyst') && (
        <details>
          <summary>{t('victims.revoke')}</summary>
          <ActForm screen={screen} action={`${path}/revocation`}>
            <label>
              {t('victims.reason')}{' '}
              <input class="form-control" name="reason" required minLength={3} maxLength={2000} dir="auto" />
            </label>{' '}
            <button class="btn btn-danger">{t('victims.revokeNow')}</button>
          </ActForm>
        </details>
      )}
    </>
  );
}
