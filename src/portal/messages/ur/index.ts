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
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { signIn } from './sign-in';
import { told } from './told';

export const ur: Translated<typeof en> = {
  compared,
  entries,
  faults,
  frame,
  home,
  record,
  obligationRules,
  partActions,
  ruleForbids,
  ruleNames,
  ruleNotApplicable,
  rulePasses,
  search,
  signIn,
  told,
  why,
};
