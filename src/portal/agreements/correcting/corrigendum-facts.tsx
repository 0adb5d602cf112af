import { listOf } from '../../frame/listed';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { TermsVersion } from '../agreement';
import type { Telling } from '../sentences';

/** That terms are a corrigendum: of which, why, where in the signed text that is read, and who has yet to confirm it. */
export function CorrigendumFacts({
  screen,
  telling,
  terms,
}: {
  screen: Screen;
  telling: Telling;
  terms: TermsVersion;
}) {
  const { t } = screen;
  const { corrigendum: one } = terms;
  if (!one) return null;
  const missing = terms.in_force_from || terms.came_to_nothing ? [] : one.confirmations_missing;
  return (
    <div class="alert alert-info">
      <p>
        {t('corrigendum.isOne', { number: one.corrects })} <UserText text={one.reason} />{' '}
        <span class="clause">
          {t('agreements.clauseBehind')} <UserText text={one.clause} />
        </span>
      </p>
      <p>{t(one.needs_counterpart ? 'corrigendum.needsOthers' : 'corrigendum.narrows')}</p>
      {missing.length > 0 && (
        <p>{t('corrigendum.waits', { parties: listOf(telling, missing.map(telling.nameOf)) })}</p>
      )}
      {one.evidence_sha256 && (
        <details>
          <summary>{t('agreements.evidence')}</summary>
          <code dir="ltr" class="fingerprint">
            {one.evidence_sha256}
          </code>
        </details>
      )}
    </div>
  );
}
