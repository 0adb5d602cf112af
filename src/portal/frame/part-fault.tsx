import { faultInWords } from './fault.page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

/** A part of a page that could not be had; the rest of the page stands. */
export function PartFault({ screen, refused }: { screen: Screen; refused: ApiRefused }) {
  return (
    <p class="alert alert-warning" role="note">
      {screen.t('frame.partMissing')} {faultInWords(screen, refused.code, refused.problem.detail)}
    </p>
  );
}
