import { ActForm, FormFault } from '../../frame/field';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { Comma } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type Agreement, namesIn } from '../agreement';

/** What a colleague recorded for somebody else, each with a button that confirms it. */
export function Awaiting({
  screen,
  agreement,
  terms,
  action,
  refused,
}: {
  screen: Screen;
  agreement: Agreement;
  terms: number | null;
  action: string;
  refused: ApiRefused | undefined;
}) {
  const { t, me } = screen;
  const nameOf = namesIn(agreement);
  const waiting = agreement.facts.filter(
    (fact) =>
      fact.second_person_required &&
      fact.confirmed_at === null &&
      fact.recorded_by === me?.organization.handle &&
      (terms === null || fact.terms_version === terms),
  );
  return (
    <>
      <FormFault screen={screen} refused={refused} />
      {waiting.length === 0 && <p class="empty-list">{t('steps.nothingToConfirm')}</p>}
      {waiting.map((fact) => (
        <div class="card card-body narrow">
          <p>
            <strong>{t(`agreements.fact_${fact.kind as 'signed'}`)}</strong>:{' '}
            <UserText text={nameOf(fact.party)} />
            {fact.on_behalf_of && (
              <>
                <Comma screen={screen} />
                {t('agreements.onBehalf')} <UserText text={fact.on_behalf_of} />
              </>
            )}
          </p>
          <p>
            {t('agreements.effective')}: <Instant screen={screen} at={fact.effective_at} />
            <br />
            {t('agreements.recorded')}: <Instant screen={screen} at={fact.recorded_at} />
            {fact.person && (
              <>
                <Comma screen={screen} />
                <UserText text={fact.person} />
              </>
            )}
          </p>
          {fact.evidence_sha256 && (
            <p>
              {t('agreements.evidence')}:{' '}
              <code dir="ltr" class="fingerprint">
                {fact.evidence_sha256}
              </code>
            </p>
          )}
          <ActForm screen={screen} action={action}>
            <input type="hidden" name="fact" value={fact.id} />
            <button class="btn btn-primary">{t('steps.confirmThis')}</button>
          </ActForm>
        </div>
      ))}
    </>
  );
}
