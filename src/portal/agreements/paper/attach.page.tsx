import { Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Agreement } from '../agreement';

/** Attaches the text of terms in a language, from a file. */
export function AttachPage({
  screen,
  agreement,
  terms,
  language,
  nothingSent = false,
  refused,
}: {
  screen: Screen;
  agreement: Agreement;
  terms: number;
  language?: string | undefined;
  nothingSent?: boolean;
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('paper.attach')}>
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
        {' · '}
        {t('agreements.termsNumber', { number: terms })}
      </p>
      <p>{t('paper.attachHelp')}</p>
      {nothingSent && (
        <p class="alert alert-danger" role="alert">
          {t('paper.nothingSent')}
        </p>
      )}
      <FormFault screen={screen} refused={refused} />
      <form
        method="post"
        action={`${addressOf(agreement.reference)}/texts`}
        enctype="multipart/form-data"
        class="act"
      >
        <input type="hidden" name="csrf" value={screen.csrf} />
        <input type="hidden" name="terms" value={terms} />
        <Field
          {...{ screen, refused, name: 'language', label: t('paper.language'), required: true }}
          hint={t('paper.languageHint')}
          control={(tied) => <input {...tied} dir="ltr" maxLength={35} value={language} />}
        />
        <Field
          {...{ screen, refused, name: 'body', label: t('paper.file'), required: true }}
          hint={t('paper.fileHint')}
          control={(tied) => <input {...tied} type="file" accept="application/pdf,text/plain,.pdf,.txt" />}
        />
        <div class="buttons">
          <button class="btn btn-primary">{t('paper.attachNow')}</button>
          <a class="btn" href={addressOf(agreement.reference)}>
            {t('frame.cancel')}
          </a>
        </div>
      </form>
    </Page>
  );
}
