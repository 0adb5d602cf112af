import { instantOf } from '../frame/local-time';
import type { Screen } from '../screen/screen';

/** What somebody asks, as the form has it. */
export interface Asked {
  readonly item: string | undefined;
  readonly team: string | undefined;
  readonly person: string | undefined;
  readonly channel: Channel | undefined;
  readonly purpose: Purpose | undefined;
  /** As typed, in the reader's zone. */
  readonly local: string | undefined;
  /** The same as an instant; undefined too where it is no time. */
  readonly at: string | undefined;
}

/** By which ways what is shared may leave. */
export const CHANNELS = ['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a request may say it is for. */
export const PURPOSES = [
  'network_defence',
  'incident_response',
  'victim_notification',
  'statistics',
  'research',
  'law_enforcement',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((one) => one === text);

const typed = (text: string | undefined): string | undefined => text?.trim() || undefined;

export function askedIn({ query, zone }: Screen): Asked {
  const local = typed(query.at);
  return {
    item: typed(query.item),
    team: typed(query.team),
    person: typed(query.person),
    channel: oneOf(CHANNELS, query.channel),
    purpose: oneOf(PURPOSES, query.purpose),
    local,
    at: local && instantOf(zone, local),
  };
}
