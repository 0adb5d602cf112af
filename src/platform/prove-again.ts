import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PROVE_AGAIN = 'accord:prove-again';

/**
 * Marks a route for which a person whose session a browser holds must have proved within five minutes who she is: an
 * unlocked screen must neither release anything nor change a key. Dry runs change nothing and ask for nothing.
 */
export const ProvesAgain = () =>
  applyDecorators(SetMetadata(PROVE_AGAIN, true), ApiExtension('x-proves-again', true));
