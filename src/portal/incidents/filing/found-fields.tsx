import { defanged } from '../../frame/defang';
import { fieldFaults } from '../../frame/field';
import { inWords, PAP_LEVELS, PART_TAGS } from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import { ComparedText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { Indicator } from '../rules/indicators';
import { foundField, type Found } from './filing';

/** Addresses of private networks and people's mailboxes are rather the victim's than the attacker's. */
const isRatherOurs = ({ type, value }: Indicator): boolean =>
  type === 'E-mail' ||
  (type === 'IPv4' && /^(10|127|0|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(value));

function Marking({
  screen,
  name,
  label,
  choices,
  prefix,
}: {
  screen: Screen;
  name: string;
  label: string;
  choices: readonly string[];
  prefix: string;
}) {
  return (
    <select class="form-select" name={name} aria-label={label}>
      <option value="">{screen.t('cases.asCase', { label: prefix })}</option>
      {choices.map((choice) => (
        <option value={choice}>
          {prefix}:{choice}
        </option>
      ))}
    </select>
  );
}

function FoundIndicator({ screen, indicator, at }: { screen: Screen; indicator: Indicator; at: number }) {
  const { t } = screen;
  const { type, value } = indicator;
  const about = { value };
  return (
    <li class="found">
      <label class="form-check">
        <input
          type="checkbox"
          class="form-check-input"
          name={foundField(at, 'take')}
          value={`${type} ${value}`}
          checked={!isRatherOurs(indicator)}
        />
        <span class="form-check-label">
          <bdi dir="ltr">{type}</bdi>
        </span>
      </label>
      <span dir="ltr">
        <ComparedText screen={screen} text={defanged(value)} />
      </span>
      <div class="found-markings">
        <Marking
          {...{ screen, name: foundField(at, 'tlp'), label: t('incidents.foundTlp', about) }}
          {...{ choices: TLP_ORDER, prefix: 'TLP' }}
        />
        <Marking
          {...{ screen, name: foundField(at, 'pap'), label: t('incidents.foundPap', about) }}
          {...{ choices: PAP_LEVELS, prefix: 'PAP' }}
        />
        <select class="form-select" name={foundField(at, 'tag')} aria-label={t('incidents.foundTag', about)}>
          <option value="">{t('cases.noTag')}</option>
          {PART_TAGS.map((tag) => (
            <option value={tag} selected={tag === 'personal_data' && type === 'E-mail'}>
              {inWords(screen, 'tag', tag)}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}

interface FoundProps {
  screen: Screen;
  found: Found;
  refused?: ApiRefused | undefined;
}

/** What was found in pasted text. Nothing of it is taken over that the analyst does not confirm. */
export function FoundFields({ screen, found, refused }: FoundProps) {
  const { t } = screen;
  const { indicators, suggested } = found;
  const faults = fieldFaults(screen, refused, 'parts');
  if (indicators.length === 0 && !suggested)
    return <p class="text-secondary">{t('incidents.foundNothing')}</p>;
  return (
    <fieldset class="mb-3">
      <legend class="form-label">{t('incidents.found', { count: indicators.length })}</legend>
      <p class="form-hint">{t('incidents.foundHint')}</p>
      {faults.length > 0 && <p class="invalid-feedback d-block">{faults.join(' ')}</p>}
      {suggested && (
        <label class="form-check">
          <input type="checkbox" class="form-check-input" name="class" value={suggested} />
          <span class="form-check-label">{t('incidents.suggested', { code: suggested })}</span>
        </label>
      )}
      <ul class="found-list">
        {indicators.map((indicator, at) => (
          <FoundIndicator screen={screen} indicator={indicator} at={at} />
        ))}
      </ul>
    </fieldset>
  );
}
