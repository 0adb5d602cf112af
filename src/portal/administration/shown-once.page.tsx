import type { ComponentChildren } from 'preact';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';

/** What is in this answer and nowhere else: a key, or a link that sets a password. */
export function ShownOncePage({
  screen,
  title,
  secret,
  back,
  children,
}: {
  screen: Screen;
  title: string;
  secret: string;
  back: string;
  /** Whom it is for, and what to do with it. */
  children: ComponentChildren;
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={title}
      actions={
        <button class="btn" data-print>
          {t('frame.print')}
        </button>
      }
    >
      <div class="card card-body">
        {children}
        <p class="alert alert-warning" role="status">
          {t('administration.once')}
        </p>
        <p>
          <code class="secret" dir="ltr">
            {secret}
          </code>{' '}
          <button class="btn btn-sm" type="button" data-copy={secret} data-copied={t('frame.copied')}>
            {t('administration.copy')} <span role="status" />
          </button>
        </p>
        <p>
          <a href={back}>{t('administration.kept')}</a>
        </p>
      </div>
    </Page>
  );
}
