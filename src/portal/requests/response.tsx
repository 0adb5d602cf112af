import type { components } from '../../../docs/openapi';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';

type Response = components['schemas']['ResponseView'];

/** Until when a request is to be answered, by which terms, and how that stands; a dash where none promise a time. */
export function ResponseDue({ screen, response }: { screen: Screen; response: Response | null }) {
  const { t } = screen;
  if (!response) return <>—</>;
  const { due_at, state, agreement, clause } = response;
  const pressing = state === 'overdue' || state === 'late' || state === 'missed';
  const word = t(`requests.response_${state}`);
  return (
    <>
      <Instant screen={screen} at={due_at} /> ({pressing ? <strong>{word}</strong> : word}){' '}
      <UserText text={t('requests.promisedUnder', { agreement, clause })} />
    </>
  );
}
