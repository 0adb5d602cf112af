import type { components } from '../../../docs/openapi';
import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';

export type Emergency = components['schemas']['EmergencyView'];
export type Kind = Emergency['type'];

const FIRST = 20;

export const pathOfEmergency = (id: string, below = ''): string =>
  `/portal/emergencies/${encodeURIComponent(id)}${below && `/${below}`}`;

/** Where one person releases an own item alone. */
export const pathOfReleasingAlone = (kind: Kind, id: string): string =>
  `/portal/emergencies/of/${kind}/${encodeURIComponent(id)}`;

/** What one person released alone of an own item. */
export async function askEmergencies({ api }: Screen, item: string): Promise<Emergency[]> {
  const query = { item, limit: FIRST };
  return (await given(api.GET('/api/v1/emergency-releases', { params: { query } }))).items;
}

/** Whether another person has still to look at it. */
export const waits = ({ state }: Emergency): boolean => state === 'open' || state === 'overdue';
