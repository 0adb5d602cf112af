import { ActForm, Field } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Agreement, foremostTerms, namesIn, tellingOf } from '../agreement';
import { Differences } from '../differences';
import { partiesIn } from '../drafting/form/drawing';
import { TermsForm } from '../drafting/form/terms-form';
import type { Written } from '../drafting/form/written';
import { Faults, Unreadable } from '../drafting/terms-field';
import type { Terms } from '../sentences';
import type { Effect } from '../what-if/effect';
import { EffectView } from '../what-if/effect-view';

export interface CorrectProps {
  readonly screen: Screen;
  readonly agreement: Agreement;
  readonly filled: (name: 'reason' | 'clause' | 'evidence_sha256') => string | undefined;
  readonly written: Written;
  /** What it says, where it can be read and is to be read first, and whom it would affect. */
  readonly terms?: Terms | undefined;
  readonly effect?: Effect;
  /** Names what is shown as sentences; sent back with the act. */
  readonly mark?: string;
  readonly fault?: string | undefined;
  readonly refused?: ApiRefused | undefined;
}

/** What was keyed in wrongly, where that is read in the signed text, and what shows it. */
function Grounds({ screen, filled, refused }: CorrectProps) {
  const { t } = screen;
  return (
    <>
      <Field
        {...{ screen, refused, name: 'reason', label: t('corrigendum.reason'), required: true }}
        hint={t('steps.reasonHint')}
        control={(tied) => (
          <textarea {...tied} rows={2} maxLength={2000} dir="auto">
            {filled('reason')}
          </textarea>
        )}
      />
      <Field
        {...{ screen, refused, name: 'clause', label: t('corrigendum.clause'), required: true }}
        control={(tied) => <input {...tied} maxLength={100} dir="auto" value={filled('clause')} />}
      />
      <Field
        {...{ screen, refused, name: 'evidence_sha256', label: t('steps.evidence') }}
        hint={t('steps.evidenceHint')}
        control={(tied) => <input {...tied} dir="ltr" autocomplete="off" value={filled('evidence_sha256')} />}
      />
    </>
  );
}

/** The terms in force as they should have been keyed in: typed, read beside what is in force, then recorded. */
export function CorrectPage(props: CorrectProps) {
  const { screen, agreement, written, terms, effect, mark, fault, refused } = props;
  const { t } = screen;
  const now = foremostTerms(agreement);
  const telling = tellingOf(screen, agreement);
  return (
    <Page screen={screen} title={t('agreements.step_correct_terms')}>
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
      </p>
      <p>{t('corrigendum.help')}</p>
      <Unreadable screen={screen} fault={fault} />
      <Faults {...{ screen, refused, written }} />
      <ActForm screen={screen} action={`${addressOf(agreement.reference)}/correct`}>
        {/* Enter in a field presses the first button, which reads and never records anything. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('drafting.read')}
        </button>
        {terms && now && (
          <section>
            <h2>{t('drafting.reads')}</h2>
            <Differences
              {...{ screen, telling, before: now, after: terms }}
              numbers={{ from: now.number, to: t('drafting.new') }}
            />
            {effect && (
              <>
                <h2>{t('corrigendum.affects')}</h2>
                <EffectView screen={screen} effect={effect} nameOf={namesIn(agreement)} />
              </>
            )}
            {mark && (
              <button class="btn btn-danger" name="seen" value={mark}>
                {t('corrigendum.now')}
              </button>
            )}
          </section>
        )}
        <Grounds {...props} />
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
