import type { Translated } from '../translated';
import type { en } from '../en';
import { account } from './account';
import { administration } from './administration';
import { advisories } from './advisories';
import { agreements } from './agreements';
import { arrival } from './arrival';
import { callAndStop } from './call-and-stop';
import { cases } from './cases';
import { clauses } from './clauses';
import { compared } from './compared';
import { csaf } from './csaf';
import { drafting } from './drafting';
import { entries } from './entries';
import { faults } from './faults';
import { frame } from './frame';
import { health } from './health';
import { help } from './help';
import { home } from './home';
import { incidents } from './incidents';
import { organizations } from './organizations';
import { owed } from './owed';
import { proof } from './proof';
import { recipients } from './recipients';
import { record } from './record';
import { register } from './register';
import { requests } from './requests';
import { roles } from './roles';
import { rules } from './rules';
import {
  obligationRules,
  partActions,
  ruleForbids,
  ruleNames,
  ruleNotApplicable,
  rulePasses,
} from './rules-of-disclosure';
import { scopes } from './scopes';
import { search } from './search';
import { signIn } from './sign-in';
import { steps } from './steps';
import { terms } from './terms';
import { told } from './told';
import { why } from './why';

export const ur: Translated<typeof en> = {
  account,
  administration,
  advisories,
  agreements,
  arrival,
  callAndStop,
  cases,
  clauses,
  compared,
  csaf,
  drafting,
  entries,
  faults,
  frame,
  health,
  help,
  home,
  incidents,
  obligationRules,
  organizations,
  owed,
  partActions,
  proof,
  recipients,
  record,
  register,
  requests,
  roles,
  ruleForbids,
  ruleNames,
  ruleNotApplicable,
  rulePasses,
  rules,
  scopes,
  search,
  signIn,
  steps,
  terms,
  told,
  why,
};
