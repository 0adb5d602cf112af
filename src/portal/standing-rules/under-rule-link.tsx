import { hasRole, type Screen } from '../screen/screen';
import { type Kind, pathOfReleasingUnderRule } from './standing-rule';

/** The way to release an own item under a standing rule, for who may. */
export function UnderRuleLink({ screen, kind, id }: { screen: Screen; kind: Kind; id: string }) {
  if (!hasRole(screen, 'analyst', 'releaser')) return null;
  return (
    <a class="btn" href={pathOfReleasingUnderRule(kind, id)}>
      {screen.t('standing.release')}
    </a>
  );
}
