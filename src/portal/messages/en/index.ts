import { agreements } from './agreements';
import { clauses } from './clauses';
import { drafting } from './drafting';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { organizations } from './organizations';
import { signIn } from './sign-in';
import { steps } from './steps';
import { told } from './told';

/** English, from which the keys of all languages come. */
export const en = { agreements, clauses, drafting, faults, frame, home, organizations, signIn, steps, told };
