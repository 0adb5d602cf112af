import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';

/** The recovery codes, this once: to be printed and kept where the telephone is not. */
export function RecoveryCodesPage({
  screen,
  codes,
  told,
}: {
  screen: Screen;
  codes: readonly string[];
  /** What has just been done. */
  told: string;
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('account.recoveryCodes')}
      actions={
        <button class="btn" data-print>
          {t('frame.print')}
        </button>
      }
    >
      <p class="alert alert-success" role="status">
        {told}
      </p>
      <p>{t('account.codesOnce')}</p>
      <ul class="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href="/portal/account">{t('account.kept')}</a>
      </p>
    </Page>
  );
}
