import type { Translated } from '../translated';
import type { en } from '../en';
import { faults } from './faults';
import { frame } from './frame';
import { home } from './home';
import { signIn } from './sign-in';
import { told } from './told';

export const zh: Translated<typeof en> = { faults, frame, home, signIn, told };
