import type { Translated } from '../translated';
import type { en } from '../en';
import { account } from './account';
import { activities } from './activities';
import { administration } from './administration';
import { advisories } from './advisories';
import { agreements } from './agreements';
import { approvals } from './approvals';
import { arrival } from './arrival';
import { below } from './below';
import { callAndStop } from './call-and-stop';
import { cases } from './cases';
import { clauses } from './clauses';
import { compared } from './compared';
import { cooperation } from './cooperation';
import { consents } from './consents';
import { acknowledged } from './acknowledged';
import { passing } from './passing';
import { sources } from './sources';
import { corrigendum } from './corrigendum';
import { csaf } from './csaf';
import { drafting } from './drafting';
import { emergencies } from './emergencies';
import { standing } from './standing';
import { witnesses } from './witnesses';
import { entries } from './entries';
import { faults } from './faults';
import { frame } from './frame';
import { handling } from './handling';
import { health } from './health';
import { help } from './help';
import { home } from './home';
import { incidents } from './incidents';
import { organizations } from './organizations';
import { owed } from './owed';
import { paper } from './paper';
import { overlay } from './overlay';
import { products } from './products';
import { proof } from './proof';
import { recipients } from './recipients';
import { record } from './record';
import { report } from './report';
import { register } from './register';
import { reminders } from './reminders';
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
import { tellings } from './tellings';
import { succession } from './succession';
import { termFields } from './term-fields';
import { terms } from './terms';
import { told } from './told';
import { victims } from './victims';
import { why } from './why';

export const zh: Translated<typeof en> = {
  account,
  activities,
  administration,
  advisories,
  agreements,
  approvals,
  arrival,
  below,
  callAndStop,
  cases,
  clauses,
  compared,
  cooperation,
  consents,
  acknowledged,
  passing,
  sources,
  corrigendum,
  csaf,
  drafting,
  emergencies,
  standing,
  witnesses,
  entries,
  faults,
  frame,
  handling,
  health,
  help,
  home,
  incidents,
  obligationRules,
  organizations,
  owed,
  paper,
  overlay,
  partActions,
  products,
  proof,
  recipients,
  record,
  report,
  register,
  reminders,
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
  tellings,
  succession,
  termFields,
  terms,
  told,
  victims,
  why,
};
