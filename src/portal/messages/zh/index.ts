import type { Translated } from '../translated';
import type { en } from '../en';
import { advisories } from './advisories';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { signIn } from './sign-in';
import { terms } from './terms';
import { told } from './told';

export const zh: Translated<typeof en> = { advisories, faults, frame, home, signIn, terms, told };
