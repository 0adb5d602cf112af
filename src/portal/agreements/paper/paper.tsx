import { languagesInWords } from '../../frame/listed';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { addressOf, type Agreement, namesIn } from '../agreement';

/** What the paper of an agreement is, as its parties say. */
export function Paper({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { t } = screen;
  const { description: said } = agreement;
  return (
    <section>
      <h2>{t('paper.title')}</h2>
      {!said && <p class="text-secondary">{t('paper.notDescribed')}</p>}
      {said && (
        <dl class="facts">
          {said.binding && (
            <>
              <dt>{t('paper.binding')}</dt>
              <dd>{t(`paper.binding_${said.binding}`)}</dd>
            </>
          )}
          {said.languages.length > 0 && (
            <>
              <dt>{t('paper.languages')}</dt>
              <dd>{languagesInWords(screen, said.languages)}</dd>
            </>
          )}
          {said.prevailing_language && (
            <>
              <dt>{t('paper.prevailing')}</dt>
              <dd>{languagesInWords(screen, [said.prevailing_language])}</dd>
            </>
          )}
          {said.registry_number && (
            <>
              <dt>{t('paper.registry')}</dt>
              <dd>
                <UserText text={said.registry_number} />
              </dd>
            </>
          )}
          {said.classification && (
            <>
              <dt>{t('paper.classification')}</dt>
              <dd>
                <TlpLabel label={said.classification} />
              </dd>
            </>
          )}
          <dt>{t('paper.describedBy')}</dt>
          <dd>
            <UserText text={namesIn(agreement)(said.described_by)} />
          </dd>
        </dl>
      )}
      {hasRole(screen, 'liaison') && (
        <p>
          <a class="btn" href={`${addressOf(agreement.reference)}/description`}>
            {t('paper.describe')}
          </a>
        </p>
      )}
    </section>
  );
}
