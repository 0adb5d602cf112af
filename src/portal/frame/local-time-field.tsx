import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { Field } from './field';

/** A point in time as a clock in the reader's zone shows it; what it is read with is in local-time.ts. */
export function LocalTimeField({
  screen,
  name,
  label,
  hint,
  value,
  required = false,
  refused,
}: {
  screen: Screen;
  name: string;
  label: string;
  hint: string;
  value?: string | undefined;
  required?: boolean;
  refused?: ApiRefused | undefined;
}) {
  return (
    <Field
      {...{ screen, name, label, hint, required, refused }}
      control={(tied) => <input {...tied} type="datetime-local" value={value} dir="ltr" />}
    />
  );
}
