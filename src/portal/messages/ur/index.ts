import type { Translated } from '../translated';
import type { en } from '../en';
import { faults } from './faults';
import { proof } from './proof';
import { roles } from './roles';
import { scopes } from './scopes';
import { arrival } from './arrival';
import { account } from './account';
import { administration } from './administration';
import { health } from './health';
import { rules } from './rules';
import { frame } from './frame';
import { home } from './home';
import { signIn } from './sign-in';
import { told } from './told';

export const ur: Translated<typeof en> = {
  faults,
  frame,
  home,
  signIn,
  told,
  proof,
  roles,
  scopes,
  arrival,
  account,
  administration,
  health,
  rules,
};
