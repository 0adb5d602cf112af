import { callAndStop } from './call-and-stop';
import { faults } from './faults';
import { frame } from './frame';
import { help } from './help';
import { home } from './home';
import { signIn } from './sign-in';
import { told } from './told';

/** English, from which the keys of all languages come. */
export const en = { callAndStop, faults, frame, help, home, signIn, told };
