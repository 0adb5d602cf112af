import type { Screen } from '../screen/screen';
import { LANGUAGES } from '../messages/locales';
import { ZONES } from '../screen/zones';

/** Language, time zone and look of the pages, one form that leads back to the page. */
export function ReadingSettings({ screen }: { screen: Screen }) {
  const { t } = screen;
  return (
    <details class="reading">
      <summary>
        {LANGUAGES[screen.language].name} · <bdi>{screen.zone}</bdi>
      </summary>
      <form method="post" action="/portal/reading">
        <input type="hidden" name="csrf" value={screen.csrf} />
        <input type="hidden" name="next" value={screen.path} />
        <label>
          {t('frame.language')}
          <select name="language" class="form-select">
            {Object.entries(LANGUAGES).map(([language, { name, tag }]) => (
              <option value={language} lang={tag} selected={language === screen.language}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('frame.timeZone')}
          <select name="zone" class="form-select">
            {ZONES.map((zone) => (
              <option selected={zone === screen.zone}>{zone}</option>
            ))}
          </select>
        </label>
        <button class="btn">{t('frame.apply')}</button>
      </form>
    </details>
  );
}
