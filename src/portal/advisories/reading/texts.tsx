import { ComparedText, UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { SharedAdvisory, Version } from '../advisory';

type Said = Pick<
  SharedAdvisory | Version,
  'title' | 'summary' | 'details' | 'recommendation' | 'references' | 'cves' | 'lang'
>;

/** What an advisory says, most important first. */
export function Texts({ screen, said }: { screen: Screen; said: Said }) {
  const { t } = screen;
  const sections = [
    [t('advisories.summary'), said.summary],
    [t('advisories.recommendation'), said.recommendation],
    [t('advisories.details'), said.details],
  ] as const;
  return (
    <section lang={said.lang ?? undefined}>
      {sections.map(
        ([name, text]) =>
          text && (
            <>
              <h3 lang={screen.language}>{name}</h3>
              <UserLines text={text} />
            </>
          ),
      )}
      {said.cves.length > 0 && (
        <>
          <h3 lang={screen.language}>{t('advisories.cves')}</h3>
          <ul class="codes">
            {said.cves.map((cve) => (
              <li>
                <code dir="ltr">{cve}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {said.references.length > 0 && (
        <>
          <h3 lang={screen.language}>{t('advisories.references')}</h3>
          <p class="text-secondary" lang={screen.language}>
            {t('advisories.referencesHelp')}
          </p>
          <ul>
            {said.references.map(({ summary, url }) => (
              <li>
                <UserText text={summary} />{' '}
                {/^https:\/\//i.test(url) ? (
                  <a href={url} rel="noreferrer noopener external" dir="ltr">
                    <ComparedText screen={screen} text={url} />
                  </a>
                ) : (
                  <ComparedText screen={screen} text={url} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
