import { cases } from './cases';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { incidents } from './incidents';
import { signIn } from './sign-in';
import { terms } from './terms';
import { told } from './told';

/** English, from which the keys of all languages come. */
export const en = { cases, faults, frame, home, incidents, signIn, terms, told };
