import type { Translated } from '../translated';
import type { en } from '../en';
import { callAndStop } from './call-and-stop';
import { faults } from './faults';
import { frame } from './frame';
import { help } from './help';
import { home } from './home';
import { signIn } from './sign-in';
import { told } from './told';

export const ur: Translated<typeof en> = { callAndStop, faults, frame, help, home, signIn, told };
