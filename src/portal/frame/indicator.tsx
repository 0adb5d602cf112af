import type { Screen } from '../screen/screen';
import { defanged } from './defang';
import { ComparedText } from './user-text';

function Copy({ screen, text, label }: { screen: Screen; text: string; label: string }) {
  return (
    <button type="button" class="btn btn-sm" data-copy={text} data-copied={screen.t('frame.copied')}>
      {label} <span role="status" />
    </button>
  );
}

/** An indicator: shown defanged, to be copied in either form. Without script the form as it is can be unfolded. */
export function Indicator({ screen, text }: { screen: Screen; text: string }) {
  const { t } = screen;
  const safe = defanged(text);
  return (
    <div class="indicator">
      <span dir="ltr">
        <ComparedText screen={screen} text={safe} />
      </span>
      <div class="indicator-tools">
        <Copy {...{ screen, text: safe, label: t('frame.copyDefanged') }} />
        <Copy {...{ screen, text, label: t('frame.copyRaw') }} />
        <details>
          <summary>{t('frame.raw')}</summary>
          <code dir="ltr">
            <ComparedText screen={screen} text={text} />
          </code>
        </details>
      </div>
    </div>
  );
}
