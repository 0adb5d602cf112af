import { say, typeInWords, type Word, WORDS } from './words';

/** What is said of a direction; instants as ISO 8601. */
export interface DirectionFacts {
  direction: 'receive' | 'give';
  agreement: string;
  clause: string;
  name: string;
  types: readonly { type: string; tlp_ceiling: string }[];
  categories: 'any' | readonly string[];
  sectors: 'any' | readonly string[];
  severity: 'any' | { least?: string; most?: string };
  nexus: string;
  /** `any`, or the narrowest that comes through. */
  pap: string;
  channels: 'any' | readonly string[];
  /** What becomes of parts that tell of them, as the terms say it. */
  victims: string;
  sources: string;
  persons: string;
  thirdParty: string;
  products: 'any' | { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** The label of what bears none, or `none`. */
  unmarked: string;
  need: string;
  /** A word, or constituents by handle. */
  amberReach: string | readonly string[];
  /** `none`, `all`, or since when. */
  reach: string;
  /** As sentences. */
  obligations: readonly string[];
  until: string | null;
  pauses: readonly { kind: string; information_types: readonly string[] | null; since: string }[];
}

function channelInWords(channel: string): string {
  const word = `channel/${channel}`;
  return word in WORDS ? say(word as Word) : channel;
}

const bounded = (what: 'categories' | 'sectors', list: 'any' | readonly string[]) =>
  list === 'any' ? say(`${what}/any`) : say(`${what}/some`, { list: list.join(', ') });

function reachInWords(reach: string): string {
  return reach === 'none' || reach === 'all' ? say(`reach/${reach}`) : say('reach/date', { instant: reach });
}

/** What else bounds it; nothing is said of what is not bounded. */
function furtherBounds({ severity, nexus, pap, channels, need, amberReach }: DirectionFacts): string[] {
  const { least, most } = severity === 'any' ? {} : severity;
  return [
    ...(least === undefined ? [] : [say('severity/least', { severity: least })]),
    ...(most === undefined ? [] : [say('severity/most', { severity: most })]),
    ...(nexus === 'originator' || nexus === 'recipient' || nexus === 'either' ? [say(`nexus/${nexus}`)] : []),
    ...(pap === 'any' ? [] : [say('pap/ceiling', { pap })]),
    ...(channels === 'any' ? [] : [say('channels', { list: channels.map(channelInWords).join(', ') })]),
    ...(need === 'on_request' ? [say('need/on_request')] : []),
    ...(amberReach === 'all_constituents' ? [say('amber/all')] : []),
    ...(typeof amberReach === 'string' ? [] : [say('amber/named', { list: amberReach.join(', ') })]),
  ];
}

const spelt = (codes: readonly string[]) => codes.map((code) => code.replaceAll('_', ' ')).join(', ');

/** Product types, other publishers, and what bears no label; nothing is said where terms say nothing. */
function moreInWords({ thirdParty, products, unmarked }: DirectionFacts): string[] {
  const { include, exclude } = products === 'any' ? {} : products;
  return [
    ...(include ? [say('products/only', { list: spelt(include) })] : []),
    ...(exclude ? [say('products/except', { list: spelt(exclude) })] : []),
    ...(thirdParty === 'forward' || thirdParty === 'never' ? [say(`third-party/${thirdParty}`)] : []),
    ...(unmarked === 'none' ? [] : [say('unmarked/label', { label: unmarked })]),
  ];
}

/** What is let go of victims, sources and persons; nothing is said where nothing is. */
function partsInWords({ victims, sources, persons }: DirectionFacts): string[] {
  return [`victims/${victims}`, `sources/${sources}`, `persons/${persons}`]
    .filter((word): word is Word => word in WORDS)
    .map((word) => say(word));
}

/** One direction as sentences: what may go, within which bounds, until when, and whether it does now. */
export function directionInWords(facts: DirectionFacts): string {
  const { direction, agreement, clause, name, until } = facts;
  const types = facts.types
    .map(({ type, tlp_ceiling: tlp }) => say('ceiling', { type: typeInWords(type), tlp }))
    .join(', ');
  return [
    say(`direction/${direction}`, { clause, agreement, name, types }),
    bounded('categories', facts.categories),
    bounded('sectors', facts.sectors),
    ...furtherBounds(facts),
    ...partsInWords(facts),
    ...moreInWords(facts),
    reachInWords(facts.reach),
    ...facts.obligations,
    until === null ? say('until/open') : say('until/date', { instant: until }),
    ...facts.pauses.map(({ kind, information_types: some, since }) => {
      if (some) return say('paused/types', { since, list: some.map(typeInWords).join(', ') });
      return say(kind === 'stop' ? 'paused/stop' : 'paused/suspension', { since });
    }),
  ].join(' ');
}
