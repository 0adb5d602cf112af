import { ValidateIf } from 'class-validator';

/** Leaves a property out of the checks only if it is absent: `null` is checked, and refused. */
export const IfGiven = () => ValidateIf((_body, value) => value !== undefined);
