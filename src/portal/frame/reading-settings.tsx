import type { Screen } from '../screen/screen';
import { LANGUAGES } from '../messages/locales';

/** The languages, each a button that leads back to the page; time zone and look are chosen on a page of their own. */
export function ReadingSettings({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  return (
    <details class="reading">
      <summary>
        {LANGUAGES[screen.language].name} · <bdi>{screen.zone}</bdi>
      </summary>
      <form method="post" action="/portal/reading">
        <input type="hidden" name="csrf" value={screen.csrf} />
        <input type="hidden" name="next" value={screen.path} />
        <fieldset class="languages">
          <legend>{t('frame.language')}</legend>
          {Object.entries(LANGUAGES).map(([language, { name, tag }]) => (
            <button
              class="btn"
              name="language"
              value={language}
              lang={tag}
              aria-current={language === screen.language ? 'true' : undefined}
            >
              {name}
            </button>
          ))}
        </fieldset>
        {me?.preferences && <a href="/portal/account">{t('frame.settings')}</a>}
      </form>
    </details>
  );
}
