import type { components } from '../../../../docs/openapi';
import { type ConsentRequest, consentRequestsAbout } from '../../consents/consent-request';
import { askEmergencies, type Emergency } from '../../emergencies/emergency';
import type { Screen } from '../../screen/screen';
import { given } from '../../web-api/refused';
import type { OwnAdvisory } from '../advisory';

type Schemas = components['schemas'];

/** What stands beside an own advisory: who is asked, or asks, whether it may go on, what sources said, who has it. */
export interface BesideOwn {
  readonly requests: readonly ConsentRequest[];
  /** Of sources that cannot be asked here; none where it holds nothing of another's. */
  readonly consents: readonly Schemas['ConsentView'][];
  /** What one person released alone of it. */
  readonly alone: readonly Emergency[];
  readonly acknowledged: readonly Schemas['AcknowledgementView'][];
}

const FIRST = 10;

export async function besideOwn(screen: Screen, { id, third_party }: OwnAdvisory): Promise<BesideOwn> {
  const { api } = screen;
  const [requests, consents, acknowledged, alone] = await Promise.all([
    consentRequestsAbout(screen, id),
    third_party
      ? given(api.GET('/api/v1/advisories/{id}/consents', { params: { path: { id }, query: { limit: 50 } } }))
      : { items: [] },
    given(
      api.GET('/api/v1/acknowledgements', {
        params: { query: { side: 'received', item: id, limit: FIRST } },
      }),
    ),
    askEmergencies(screen, id),
  ]);
  return { requests, consents: consents.items, acknowledged: acknowledged.items, alone };
}
