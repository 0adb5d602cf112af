import { listOf } from '../../frame/listed';
import { type GrantSentence, sides, wordOf } from './telling';

/** Who has to approve what before it goes. */
export const releaseApproval: GrantSentence = (telling, grant) => {
  const { t } = telling;
  const { release_approval: rows = [] } = grant;
  if (rows.length === 0) return t('clauses.approvalUnsaid', sides(telling, grant));
  const said = rows.map(({ tlp, severity, needs }) => {
    const bounds = [
      ...(tlp ? [t('clauses.approvalFromTlp', { label: `TLP:${tlp}` })] : []),
      ...(severity
        ? [t('clauses.approvalFromSeverity', { severity: wordOf(telling, 'severity', severity) })]
        : []),
    ];
    const what = bounds.length > 0 ? listOf(telling, bounds) : t('clauses.approvalWhatever');
    return t('clauses.approvalNeeds', { what, who: t(`clauses.approval_${needs}`) });
  });
  return said.join(' ');
};
