import { Facts } from '../frame/facts';
import { ActForm, Field, FormFault } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Comma } from '../frame/listed';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserLines, UserText } from '../frame/user-text';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { mayTell, type Telling } from './telling';

interface Props {
  screen: Screen;
  telling: Telling;
  refused?: ApiRefused | undefined;
  text?: string | undefined;
}

/** What was recorded of a telling, what it rested on or what stood against it, and what of it was corrected. */
export function TellingPage(props: Props) {
  const { screen, telling } = props;
  const { t } = screen;
  const { item, type, what } = telling;
  return (
    <Page screen={screen} title={t('tellings.one')} labels={[telling.tlp]}>
      <h2>
        {item && type ? (
          <a href={pathOfItem(type, item)}>
            <UserText text={what} />
          </a>
        ) : (
          <UserText text={what} />
        )}
      </h2>
      <Judged {...props} />
      {telling.late && <p class="alert alert-warning">{t('tellings.late')}</p>}
      <Facts
        facts={[
          [t('tellings.to'), <Whom {...props} />],
          [t('tellings.how'), t(`tellings.how_${telling.how}`)],
          [
            t('tellings.carried'),
            t(telling.encrypted ? 'tellings.carriedEncrypted' : 'tellings.carriedPlain'),
          ],
          [t('tellings.when'), <Instant screen={screen} at={telling.told_at} />],
          [
            t('tellings.recorded'),
            <>
              <Instant screen={screen} at={telling.recorded_at} /> <UserText text={telling.recorded_by} />
            </>,
          ],
        ]}
      />
      <Owed {...props} />
      <Corrections {...props} />
      <p class="text-secondary">{t('tellings.theyRead')}</p>
      <p>
        <a href="/portal/tellings">{t('tellings.list')}</a>
      </p>
    </Page>
  );
}

const Whom = ({ screen, telling: { team, person_name: name } }: Props) => (
  <>
    <a href={`/portal/organizations/${team}`}>{team}</a>
    {name && (
      <>
        <Comma screen={screen} />
        <UserText text={name} />
      </>
    )}
  </>
);

function Judged({ screen, telling: { cited, reasons } }: Props) {
  const { t } = screen;
  if (cited)
    return (
      <p class="alert alert-success">
        {cited.agreement ? (
          <>
            {t('tellings.authorised')} <a href={`/portal/agreements/${cited.agreement}`}>{cited.agreement}</a>
            <Comma screen={screen} />
            <UserText text={cited.clause ?? ''} />
          </>
        ) : (
          t('tellings.publicBasis')
        )}
      </p>
    );
  return (
    <div class="alert alert-danger">
      <p>
        <strong>{t('tellings.unauthorised')}</strong>
      </p>
      <ul>
        {reasons.map(({ rule, name, says, agreement, clause }) => {
          const [called, found] = [`ruleNames.${rule}`, `ruleForbids.${rule}`];
          return (
            <li>
              <code dir="ltr">{rule}</code> {isMessage(called) ? t(called) : name}:{' '}
              {isMessage(found) ? t(found) : says}{' '}
              {agreement && (
                <>
                  (<bdi>{agreement}</bdi>
                  <Comma screen={screen} />
                  <UserText text={clause ?? ''} />)
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Owed({ screen, telling: { obligations } }: Props) {
  const { t } = screen;
  if (obligations.length === 0) return null;
  return (
    <section>
      <h3>{t('tellings.obligations')}</h3>
      <ul>
        {obligations.map(({ rule, clause, due }) => {
          const called = `obligationRules.${rule}`;
          return (
            <li>
              <code dir="ltr">{rule}</code> {isMessage(called) && t(called)} <UserText text={clause} />{' '}
              {due && <Instant screen={screen} at={due} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Corrections({ screen, telling: { id, corrections }, refused, text }: Props) {
  const { t } = screen;
  return (
    <section>
      <h3>{t('tellings.corrections')}</h3>
      {corrections.map(({ at, by, text: said, not_told: not }) => (
        <div class="card card-body">
          <p>
            <Instant screen={screen} at={at} /> <UserText text={by} />
          </p>
          {not && <p>{t('tellings.wasNotTold')}</p>}
          <UserLines text={said} />
        </div>
      ))}
      {mayTell(screen) && (
        <details open={refused !== undefined}>
          <summary>{t('tellings.correct')}</summary>
          <p>{t('tellings.correctHelp')}</p>
          <ActForm screen={screen} action={`/portal/tellings/${id}/corrections`}>
            <FormFault screen={screen} refused={refused} />
            <Field
              {...{ screen, refused, name: 'text', label: t('tellings.wrong'), required: true }}
              hint={t('tellings.wrongHint')}
              control={(tied) => (
                <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto">
                  {text}
                </textarea>
              )}
            />
            <label class="form-check">
              <input type="checkbox" class="form-check-input" name="not_told" value="yes" />
              <span class="form-check-label">{t('tellings.notTold')}</span>
            </label>
            <button class="btn">{t('tellings.correct')}</button>
          </ActForm>
        </details>
      )}
    </section>
  );
}
