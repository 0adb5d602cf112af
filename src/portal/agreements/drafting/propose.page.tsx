import { ActForm } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms, tellingOf } from '../agreement';
import { Differences } from '../differences';
import type { Terms } from '../sentences';
import { TermsText } from '../terms-text';
import { partiesIn } from './form/drawing';
import { TermsForm } from './form/terms-form';
import type { Written } from './form/written';
import { Faults, Unreadable } from './terms-field';

export interface ProposeProps {
  readonly screen: Screen;
  readonly agreement: Agreement;
  readonly written: Written;
  /** What it says, where it can be read and is to be read first. */
  readonly terms?: Terms | undefined;
  /** Names what is shown as sentences; sent back with the act. */
  readonly mark?: string;
  readonly fault?: string | undefined;
  readonly refused?: ApiRefused | undefined;
}

/** New terms: typed, then read as sentences beside those of now, then proposed. */
export function ProposePage(props: ProposeProps) {
  const { screen, agreement, written, terms, mark, fault, refused } = props;
  const { t } = screen;
  const now = foremostTerms(agreement);
  const telling = tellingOf(screen, agreement);
  return (
    <Page screen={screen} title={t('agreements.step_propose_terms')}>
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
      </p>
      <p>{t('drafting.help')}</p>
      <Unreadable screen={screen} fault={fault} />
      <Faults {...{ screen, refused, written }} />
      <ActForm screen={screen} action={`${addressOf(agreement.reference)}/propose`}>
        {/* Enter in a field presses the first button, which reads and never keeps anything. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('drafting.read')}
        </button>
        {terms && (
          <section>
            <h2>{t('drafting.reads')}</h2>
            {now ? (
              <Differences
                {...{ screen, telling, before: now, after: terms }}
                numbers={{ from: now.number, to: t('drafting.new') }}
              />
            ) : (
              <TermsText {...{ screen, telling, terms }} below={agreement.parent ?? undefined} />
            )}
            {mark && (
              <button class="btn btn-danger" name="seen" value={mark}>
                {t('drafting.propose')}
              </button>
            )}
          </section>
        )}
        <TermsForm {...{ screen, telling, refused, written, teams: partiesIn(agreement, written) }} />
        <div class="buttons">
          <button class="btn btn-primary">{t('drafting.read')}</button>
          <a class="btn" href={addressOf(agreement.reference)}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}
