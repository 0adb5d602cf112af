import { NotFoundException } from '@nestjs/common';
import type { Screen } from '../../screen/screen';
import { given } from '../../web-api/refused';
import { isOwn, type OwnIncident, type SharedIncident } from '../incident';

export const incidentOf = ({ api }: Screen, id: string): Promise<OwnIncident | SharedIncident> =>
  given(api.GET('/api/v1/incidents/{id}', { params: { path: { id } } }));

/** A case of the reader's own organization; what others share is no such thing. */
export async function ownCase(screen: Screen, id: string): Promise<OwnIncident> {
  const incident = await incidentOf(screen, id);
  if (isOwn(incident)) return incident;
  throw new NotFoundException();
}
