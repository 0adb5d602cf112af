import { ActForm, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Agreement } from '../agreement';
import { DescriptionFields } from './description-fields';

/** Says what the paper of an agreement is, in place of what was said before. */
export function DescriptionPage({
  screen,
  agreement,
  filled,
  refused,
}: {
  screen: Screen;
  agreement: Agreement;
  filled: Parameters<typeof DescriptionFields>[0]['filled'];
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('paper.describe')}>
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
      </p>
      <p>{t('paper.describeHelp')}</p>
      <FormFault screen={screen} refused={refused} />
      <ActForm screen={screen} action={`${addressOf(agreement.reference)}/description`}>
        <DescriptionFields {...{ screen, filled, refused }} />
        <div class="buttons">
          <button class="btn btn-primary">{t('paper.describeNow')}</button>
          <a class="btn" href={addressOf(agreement.reference)}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
