import { advisories } from './advisories';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { signIn } from './sign-in';
import { terms } from './terms';
import { told } from './told';

/** English, from which the keys of all languages come. */
export const en = { advisories, faults, frame, home, signIn, terms, told };
