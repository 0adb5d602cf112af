import { hasRole, type Screen } from '../screen/screen';
import { ApiRefused } from '../web-api/refused';

/** @throws ApiRefused in the words of the web API, which would refuse the act to everybody else */
export function forLiaisonAlone(screen: Screen): void {
  if (!hasRole(screen, 'liaison'))
    throw new ApiRefused({ type: '/problems/access/not-for-you', title: 'Not for you', status: 403 });
}
