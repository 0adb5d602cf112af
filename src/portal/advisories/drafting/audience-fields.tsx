import { Boxes, type Choice } from '../../frame/choices';
import { fieldFaults } from '../../frame/field';
import type { Choosable, Editing } from './editing';

/** What was chosen before stays on offer, though a list may no longer have it. */
const withChosen = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => [
  ...choices,
  ...chosen
    .filter((value) => !choices.some((one) => one.value === value))
    .map((value) => ({ value, name: value })),
];

/** Who may get the advisory, within what agreements let them have; of TLP:RED, which persons. */
export function AudienceFields({ screen, fields, refused, choosable }: Editing & { choosable: Choosable }) {
  const { t } = screen;
  const teams = choosable.organizations.map(({ handle, name }) => ({
    value: handle,
    name: `${name} (${handle})`,
  }));
  const officers = withChosen(
    choosable.officers.map(({ id, name, organization }) => ({
      value: id,
      name: `${name} (${organization})`,
    })),
    fields.named,
  );
  const ways = [
    ['partners', t('advisories.audiencePartners')],
    ['these', t('advisories.audienceChosen')],
    ['nobody', t('advisories.audienceNobody')],
  ] as const;
  const faults = fieldFaults(screen, refused, 'handling.audience');
  return (
    <>
      <fieldset class="mb-3">
        <legend class="form-label">{t('advisories.audience')}</legend>
        <small class="form-hint">{t('advisories.audienceHint')}</small>
        {ways.map(([value, words]) => (
          <label class="form-check">
            <input
              type="radio"
              class="form-check-input"
              name="handling.audience"
              value={value}
              checked={fields.audience === value}
            />
            <span class="form-check-label">{words}</span>
          </label>
        ))}
        {faults.length > 0 && <div class="invalid-feedback d-block">{faults.join(' ')}</div>}
      </fieldset>
      <details open={fields.audience === 'these'}>
        <summary>{t('advisories.audienceList')}</summary>
        <Boxes
          {...{ screen, name: 'handling.audience.include', label: t('advisories.audienceInclude') }}
          choices={withChosen(teams, fields.include)}
          chosen={fields.include}
        />
      </details>
      <details open={fields.exclude.length > 0}>
        <summary>{t('advisories.audienceExclude')}</summary>
        <Boxes
          {...{ screen, name: 'handling.audience.exclude', label: t('advisories.audienceExclude') }}
          choices={withChosen(teams, fields.exclude)}
          chosen={fields.exclude}
        />
      </details>
      <details open={fields.tlp === 'RED' || fields.named.length > 0}>
        <summary>{t('advisories.named')}</summary>
        {officers.length > 0 ? (
          <Boxes
            {...{ screen, refused, name: 'handling.named_persons', label: t('advisories.named') }}
            hint={t('advisories.namedHint')}
            choices={officers}
            chosen={fields.named}
          />
        ) : (
          <p>{t('advisories.noOfficers')}</p>
        )}
      </details>
    </>
  );
}
