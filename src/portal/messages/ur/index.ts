import type { Translated } from '../translated';
import type { en } from '../en';
import { compared } from './compared';
import { entries } from './entries';
import { record } from './record';
import {
  obligationRules,
  partActions,
  ruleForbids,
  ruleNames,
  ruleNotApplicable,
  rulePasses,
} from './rules-of-disclosure';
import { search } from './search';
import { why } from './why';
import { account } from './account';
import { administration } from './administration';
import { advisories } from './advisories';
import { arrival } from './arrival';
import { callAndStop } from './call-and-stop';
import { faults } from './faults';
import { agreementFaults } from './faults-of-agreements';
import { itemFaults } from './faults-of-items';
import { requestFaults } from './faults-of-requests';
import { frame } from './frame';
import { health } from './health';
import { help } from './help';
import { home } from './home';
import { proof } from './proof';
import { roles } from './roles';
import { rules } from './rules';
import { scopes } from './scopes';
import { signIn } from './sign-in';
import { terms } from './terms';
import { told } from './told';

export const ur: Translated<typeof en> = {
  account,
  administration,
  advisories,
  agreementFaults,
  arrival,
  callAndStop,
  compared,
  entries,
  faults,
  frame,
  health,
  help,
  home,
  itemFaults,
  obligationRules,
  partActions,
  proof,
  record,
  requestFaults,
  roles,
  ruleForbids,
  ruleNames,
  ruleNotApplicable,
  rulePasses,
  rules,
  scopes,
  search,
  signIn,
  terms,
  told,
  why,
};
