import type { components } from '../../../docs/openapi';
import { LANGUAGES } from '../messages/locales';
import type { Screen } from '../screen/screen';

export type Activity = components['schemas']['ActivityView'];
export type Kind = Activity['kind'];

export const ACTIVITIES = '/portal/activities';
export const KINDS = [
  'meeting',
  'training',
  'drill',
  'visit',
  'joint_research',
  'awareness',
  'policy_exchange',
  'assistance_requested',
  'assistance_given',
] as const satisfies readonly Kind[];

/** The colour by which a state is told besides its word. */
export const COLOURS = {
  planned: 'blue',
  under_way: 'purple',
  over: 'orange',
  done: 'green',
  cancelled: 'secondary',
} as const satisfies Record<Activity['state'], string>;

/** An instant on the clock of the place, in words of the reader's language. */
export function thereAt({ language }: Screen, at: string, zone: string): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].format, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: zone, timeZoneName: 'short', hourCycle: 'h23' },
  }).format(new Date(at));
}
