import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';
import { ZONES } from '../screen/zones';
import { ActForm, Field } from '../frame/field';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Language, time zone and look: kept with the account, so that they are the same on every device. */
export function SettingsForm({ screen }: { screen: Screen }) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action="/portal/reading">
      <div class="narrow">
        <input type="hidden" name="next" value="/portal/account" />
        <input type="hidden" name="tell" value="yes" />
        <Field
          {...{ screen, name: 'language', label: t('frame.language') }}
          control={(tied) => (
            <select {...tied} class="form-select">
              {Object.entries(LANGUAGES).map(([language, { name, tag }]) => (
                <option value={language} lang={tag} selected={language === screen.language}>
                  {name}
                </option>
              ))}
            </select>
          )}
        />
        <Field
          {...{ screen, name: 'zone', label: t('frame.timeZone'), hint: t('account.zoneHint') }}
          control={(tied) => (
            <select {...tied} class="form-select">
              {ZONES.map((zone) => (
                <option selected={zone === screen.zone}>{zone}</option>
              ))}
            </select>
          )}
        />
        <Field
          {...{ screen, name: 'theme', label: t('account.theme') }}
          control={(tied) => (
            <select {...tied} class="form-select">
              {THEMES.map((theme) => (
                <option value={theme} selected={theme === screen.theme}>
                  {t(`account.${theme}`)}
                </option>
              ))}
            </select>
          )}
        />
        <button class="btn btn-primary">{t('frame.save')}</button>
      </div>
    </ActForm>
  );
}
