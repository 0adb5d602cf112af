import { languagesInWords } from '../../frame/listed';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { addressOf, type Agreement, namesIn, type TermsVersion } from '../agreement';

type Text = TermsVersion['texts'][number];

/** Whether a text is one of those that count, or the one that decides. */
function standingOf({ description }: Agreement, { language }: Text): 'prevails' | 'authentic' | undefined {
  if (description?.prevailing_language === language) return 'prevails';
  return description?.languages.includes(language) ? 'authentic' : undefined;
}

/** The text of terms in each language, with the hash by which it is compared with the paper. */
export function Texts({
  screen,
  agreement,
  terms,
}: {
  screen: Screen;
  agreement: Agreement;
  terms: TermsVersion;
}) {
  const { t } = screen;
  const own = `${addressOf(agreement.reference)}/texts?terms=${terms.number}`;
  const language = (text: Text) => {
    const counts = standingOf(agreement, text);
    return (
      <>
        {languagesInWords(screen, [text.language])}
        {counts && <> ({t(`paper.${counts}`)})</>}
      </>
    );
  };
  return (
    <>
      <h3>{t('paper.texts')}</h3>
      {terms.texts.length === 0 && <p class="text-secondary">{t('paper.textNone')}</p>}
      {terms.texts.length > 0 && (
        <>
          <p class="text-secondary">{t('paper.textHelp')}</p>
          <Table
            screen={screen}
            caption={t('paper.texts')}
            rows={terms.texts}
            columns={[
              { name: t('paper.language'), cell: language },
              {
                name: 'SHA-256',
                cell: ({ sha256 }) => (
                  <code dir="ltr" class="fingerprint">
                    {sha256}
                  </code>
                ),
              },
              {
                name: t('paper.attachedBy'),
                cell: ({ uploaded_by: by, uploaded_at: at }) => (
                  <>
                    <UserText text={namesIn(agreement)(by)} /> <Instant screen={screen} at={at} />
                  </>
                ),
              },
              {
                name: t('paper.file'),
                cell: (text) => (
                  <a
                    href={`${addressOf(agreement.reference)}/text?terms=${terms.number}&language=${text.language}`}
                    download
                  >
                    {t('paper.fetch', { kind: text.media_type === 'application/pdf' ? 'PDF' : 'TXT' })}
                  </a>
                ),
              },
            ]}
          />
        </>
      )}
      {hasRole(screen, 'liaison') && (
        <p>
          <a class="btn" href={own}>
            {t('paper.attach')}
          </a>
        </p>
      )}
    </>
  );
}
