import { type CustomDecorator, type FactoryProvider, SetMetadata } from '@nestjs/common';
import { SETTINGS } from '../../platform/secret';
import type { Settings } from '../../platform/settings';

/** Injection token: whether the roles that need a second factor are held to it. */
export const SECOND_FACTOR_REQUIRED = Symbol('second factor required');

/** Everywhere but in the demonstration, whose invented people sign in with a password that is shown. */
export const secondFactorRequired: FactoryProvider<boolean> = {
  provide: SECOND_FACTOR_REQUIRED,
  inject: [SETTINGS],
  useFactory: ({ demonstration }: Settings) => !demonstration,
};

export const BEFORE_SECOND_FACTOR = 'accord:before-second-factor';

/** Marks a route that is open to people who have yet to enrol. */
export const BeforeSecondFactor = (): CustomDecorator => SetMetadata(BEFORE_SECOND_FACTOR, true);
