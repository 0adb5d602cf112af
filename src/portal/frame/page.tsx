import type { ComponentChildren } from 'preact';
import { VERSION } from '../../platform/version';
import { assetPath } from '../assets/assets';
import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';
import { Header } from './header';
import { narrowest, type Tlp, TlpLabel } from './tlp';

export interface PageProps {
  readonly screen: Screen;
  readonly title: string;
  /** The labels of everything on the page; the narrowest stands above and below it, also in print. */
  readonly labels?: readonly (string | null | undefined)[];
  /** What can be done here, beside the title. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Banner({ screen, label }: { screen: Screen; label: Tlp }) {
  const [before, after] = screen.t('frame.tlpBanner', { label }).split(`\u2068${label}\u2069`);
  return (
    <div class="tlp-banner" role="note">
      {before}
      <TlpLabel label={label} />
      {after}
    </div>
  );
}

/** The frame of every screen. Titles name the kind of page and never what is in it, since browsers keep them. */
export function Page({ screen, title, labels = [], actions, children }: PageProps) {
  const { tag, dir } = LANGUAGES[screen.language];
  const label = narrowest(labels);
  return (
    <html
      lang={tag}
      dir={dir}
      data-theme={screen.theme}
      data-bs-theme={screen.theme === 'dark' ? 'dark' : 'light'}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={screen.theme === 'auto' ? 'light dark' : screen.theme} />
        <meta name="referrer" content="same-origin" />
        <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}' />
        <title>{`${title} · Accord`}</title>
        <link rel="icon" href={assetPath('icon.svg')} />
        <link rel="stylesheet" href={assetPath(dir === 'rtl' ? 'tabler.rtl.css' : 'tabler.css')} />
        <link rel="stylesheet" href={assetPath('portal.css')} />
        <script src={assetPath('htmx.js')} defer />
        <script src={assetPath('portal.js')} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {screen.t('frame.skip')}
        </a>
        {screen.demonstration && <p class="demonstration">{screen.t('frame.demonstration')}</p>}
        <Header screen={screen} />
        {label && <Banner screen={screen} label={label} />}
        <main id="content" class="container-xl" tabIndex={-1}>
          {screen.told && (
            <p class="alert alert-success" role="status">
              {screen.t(screen.told)}
            </p>
          )}
          <div class="page-heading">
            <h1>{title}</h1>
            {actions && <div class="page-actions">{actions}</div>}
          </div>
          {children}
        </main>
        {label && <Banner screen={screen} label={label} />}
        <footer class="container-xl page-footer">
          <a href="/portal/help">{screen.t('frame.help')}</a> ·{' '}
          <bdi>{screen.t('frame.version', { version: VERSION })}</bdi>
        </footer>
      </body>
    </html>
  );
}
