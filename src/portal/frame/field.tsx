import type { ComponentChildren } from 'preact';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { faultInWords } from './fault.page';

/** What is wrong with a field, in the reader's language by the rule that it breaks. */
export function errorInWords({ t }: Screen, { rule, message }: { rule: string; message: string }): string {
  const key = [`rules.${rule}`, `faults.${rule}`].find(isMessage);
  return key ? t(key) : t('faults.fieldOther', { message });
}

/** What the web API says of one field. */
export function fieldFaults(screen: Screen, refused: ApiRefused | undefined, name: string): string[] {
  const errors = refused?.problem.errors ?? [];
  return errors
    .filter(({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`))
    .map((error) => errorInWords(screen, error));
}

export interface FieldProps {
  readonly screen: Screen;
  /** As the web API names it, so that faults find it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly refused?: ApiRefused | undefined;
  /** What else is to be said of it, where it was accepted and yet stands in the way of something. */
  readonly notes?: readonly string[];
  /** The control, given what ties it to its label, hint and fault. */
  readonly control: (tied: {
    id: string;
    name: string;
    class: string;
    required: boolean;
    'aria-describedby'?: string;
    'aria-invalid'?: 'true';
  }) => ComponentChildren;
}

/** A labelled control with its hint and its fault beside it. */
export function Field(props: FieldProps) {
  const { screen, name, label, hint, required = false, refused, notes = [], control } = props;
  const id = `field-${name}`;
  const faults = fieldFaults(screen, refused, name);
  const described = [
    ...(hint ? [`${id}-hint`] : []),
    ...(faults.length ? [`${id}-fault`] : []),
    ...(notes.length ? [`${id}-notes`] : []),
  ].join(' ');
  return (
    <div class="mb-3">
      <label class={`form-label${required ? ' required' : ''}`} for={id}>
        {label}
      </label>
      {control({
        id,
        name,
        class: `form-control${faults.length ? ' is-invalid' : ''}`,
        required,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(faults.length ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {hint && (
        <small id={`${id}-hint`} class="form-hint">
          {hint}
        </small>
      )}
      {faults.length > 0 && (
        <div id={`${id}-fault`} class="invalid-feedback d-block">
          {faults.join(' ')}
        </div>
      )}
      {notes.length > 0 && (
        <ul id={`${id}-notes`} class="field-notes">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Above a form that was refused: what is wrong, told at once to screen readers. */
export function FormFault({ screen, refused }: { screen: Screen; refused: ApiRefused | undefined }) {
  if (!refused) return null;
  const count = refused.problem.errors?.length ?? 0;
  return (
    <p class="alert alert-danger" role="alert" tabIndex={-1}>
      {count > 0
        ? screen.t('faults.check', { count })
        : faultInWords(screen, refused.code, refused.problem.detail)}
    </p>
  );
}

/** A form that changes something: it carries what proves that it comes from this session's page. */
export function ActForm({
  screen,
  action,
  children,
}: {
  screen: Screen;
  action: string;
  children: ComponentChildren;
}) {
  return (
    <form method="post" action={action} class="act" data-unsaved={screen.t('frame.unsaved')}>
      <input type="hidden" name="csrf" value={screen.csrf} />
      {children}
    </form>
  );
}
