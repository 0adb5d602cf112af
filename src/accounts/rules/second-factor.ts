/** Roles whose acts leave the organization, or who see or rule all of it: a found password must not be enough. */
const ROLES_WITH_SECOND_FACTOR = ['releaser', 'liaison', 'auditor', 'administrator'];

/** Whether somebody with these roles has to have a second factor before she does anything. */
export const needsSecondFactor = (roles: readonly string[]): boolean =>
  roles.some((role) => ROLES_WITH_SECOND_FACTOR.includes(role));

/** Whether somebody with these roles has yet to enrol one. */
export const lacksSecondFactor = (who: { secondFactor?: boolean | undefined; roles: readonly string[] }) =>
  !who.secondFactor && needsSecondFactor(who.roles);
