import { languagesInWords } from '../../frame/listed';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { Telling, Terms } from '../sentences';

type Clause = Terms['other_clauses'][number];

/** Who looks after a clause: those in a role, or one organization. */
const ownerOf = ({ t, nameOf }: Telling, { owner, owner_role: role }: Clause): string | undefined =>
  role ? t(`agreements.role_${role}`) : owner && nameOf(owner);

/** A clause in a line, for a comparison. */
export function clauseInWords(telling: Telling, clause: Clause): string {
  const whom = ownerOf(telling, clause);
  return [
    clause.heading,
    ...(clause.text ? [clause.text] : []),
    ...(whom ? [telling.t('paper.ownedBy', { whom })] : []),
    ...(clause.binding ? [telling.t(`paper.binding_${clause.binding}`)] : []),
  ].join(' · ');
}

/** As the text numbers them: Art. 9 comes before Art. 10. */
export const inTextOrder = (clauses: readonly Clause[]): Clause[] =>
  clauses.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));

/** The clauses of the text that no machine enforces, and who looks after each. */
export function OtherClauses({ screen, telling, terms }: { screen: Screen; telling: Telling; terms: Terms }) {
  const { t } = screen;
  if (terms.other_clauses.length === 0) return null;
  return (
    <>
      <h3>{t('paper.other')}</h3>
      <ul class="sentences">
        {inTextOrder(terms.other_clauses).map((clause) => {
          const whom = ownerOf(telling, clause);
          return (
            <li>
              <strong>
                <UserText text={clause.number} />
              </strong>{' '}
              <UserText text={clause.heading} />
              {clause.text && (
                <div>
                  <UserText text={clause.text} />
                </div>
              )}
              <span class="clause">
                {[
                  ...(whom ? [t('paper.ownedBy', { whom })] : []),
                  ...(clause.binding ? [t(`paper.binding_${clause.binding}`)] : []),
                  ...(clause.language ? [languagesInWords(screen, [clause.language])] : []),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
