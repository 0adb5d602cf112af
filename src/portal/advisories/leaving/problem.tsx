import { faultInWords } from '../../frame/fault.page';
import { errorInWords } from '../../frame/field';
import type { Screen } from '../../screen/screen';
import { fieldInWords } from '../field-words';
import type { ApiRefused } from '../../web-api/refused';

/** Why something was refused: in words, with the fields that it names, and a page that says what to do. */
export function WhyRefused({ screen, refused }: { screen: Screen; refused: ApiRefused }) {
  const errors = refused.problem.errors ?? [];
  return (
    <div class="alert alert-danger" role="alert">
      <p>{faultInWords(screen, refused.code, refused.problem.detail)}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li>
              <strong>{fieldInWords(screen, error.field)}</strong>: {errorInWords(screen, error)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
