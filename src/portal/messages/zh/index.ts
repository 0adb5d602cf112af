import type { Translated } from '../catalogue';
import type { en } from '../en';
import { cases } from './cases';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { incidents } from './incidents';
import { signIn } from './sign-in';
import { terms } from './terms';
import { told } from './told';

export const zh: Translated<typeof en> = { cases, faults, frame, home, incidents, signIn, terms, told };
