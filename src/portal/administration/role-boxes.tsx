import { listOf } from '../frame/listed';
import { fieldFaults } from '../frame/field';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

/** The roles in the order of the web API. */
export const ROLES = ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const rolesIn = (texts: readonly string[]): Role[] => ROLES.filter((role) => texts.includes(role));
export const rolesInWords = (screen: Screen, roles: readonly Role[]): string =>
  listOf(
    screen,
    roles.map((role) => screen.t(`roles.${role}`)),
  ) || screen.t('administration.noRoles');

/** A box for each role, with what it lets somebody do. */
export function RoleBoxes({
  screen,
  chosen,
  refused,
}: {
  screen: Screen;
  chosen: readonly Role[];
  refused?: ApiRefused | undefined;
}) {
  const faults = fieldFaults(screen, refused, 'roles');
  return (
    <fieldset class="mb-3" aria-describedby={faults.length ? 'roles-fault' : undefined}>
      <legend class="form-label">{screen.t('account.roles')}</legend>
      {ROLES.map((role) => (
        <label class="form-check">
          <input
            class="form-check-input"
            type="checkbox"
            name="roles"
            value={role}
            checked={chosen.includes(role)}
          />
          <span class="form-check-label">
            {screen.t(`roles.${role}`)}
            <small class="form-hint">{screen.t(`roles.${role}-does`)}</small>
          </span>
        </label>
      ))}
      {faults.length > 0 && (
        <div id="roles-fault" class="invalid-feedback d-block">
          {faults.join(' ')}
        </div>
      )}
    </fieldset>
  );
}
