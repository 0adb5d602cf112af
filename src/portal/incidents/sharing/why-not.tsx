import { faultInWords } from '../../frame/fault.page';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { changedInWords } from '../cases/changed-words';

/** Why a case cannot be shared or withdrawn, with the fields that are in the way: they are on another page. */
export function WhyNot({ screen, refused }: { screen: Screen; refused: ApiRefused | undefined }) {
  if (!refused) return null;
  const { code, problem } = refused;
  const fields = (problem.errors ?? []).map(({ field }) => field);
  return (
    <div class="alert alert-danger" role="alert">
      <p class="mb-0">{faultInWords(screen, code, problem.detail)}</p>
      {fields.length > 0 && <p class="mb-0">{changedInWords(screen, fields)}</p>}
    </div>
  );
}
