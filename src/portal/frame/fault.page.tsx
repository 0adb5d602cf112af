import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import { Page } from './page';

/** A problem in words: by its code where the catalogue knows it. */
export function faultInWords({ t }: Screen, code: string, detail?: string): string {
  const key = `faults.${code}`;
  return isMessage(key) ? t(key) : t('faults.other', { code: detail ?? code });
}

export function FaultPage({
  screen,
  code,
  detail,
}: {
  screen: Screen;
  code: string;
  detail?: string | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('faults.title')}>
      <p class="alert alert-danger" role="alert">
        {faultInWords(screen, code, detail)}
      </p>
      <p class="text-secondary">
        {t('faults.reference', { id: screen.requestId })} <code dir="ltr">{code}</code>
      </p>
      <p>
        <a href="/portal">{t('frame.home')}</a>
      </p>
    </Page>
  );
}
