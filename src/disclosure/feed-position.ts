/**
 * What a cursor went past in a lane while the lane was closed: places after `from`, up to `upto`; null while it goes on. A
 * lane that closes again before the cursor has caught up has several.
 */
export interface HeldBack {
  readonly lane: number;
  readonly from: bigint;
  readonly upto: bigint | null;
}

/**
 * Where a cursor stands in a feed: it has been told everything up to `seq`, except what is held back. So whoever pulls
 * through a stop is told afterwards exactly what that cursor missed, and another cursor nothing twice.
 */
export interface FeedPosition {
  readonly seq: bigint;
  readonly held: readonly HeldBack[];
}

export const BEGINNING: FeedPosition = { seq: 0n, held: [] };

/** The position once it is known which lanes are closed at this instant; before the page is read. */
export function atInstant({ seq, held }: FeedPosition, closed: ReadonlySet<number>): FeedPosition {
  return {
    seq,
    held: held.map(({ lane, from, upto }) => ({
      lane,
      from,
      upto: upto ?? (closed.has(lane) ? null : seq),
    })),
  };
}

/** The position after everything up to a place was told but for what closed lanes hide. */
export function goneTo(
  { seq, held }: FeedPosition,
  closed: ReadonlySet<number>,
  place: bigint,
): FeedPosition {
  if (place <= seq) return { seq, held };
  const known = new Set(held.flatMap(({ lane, upto }) => (upto === null ? [lane] : [])));
  const hidden = [...closed].filter((lane) => !known.has(lane));
  return { seq: place, held: [...held, ...hidden.map((lane) => ({ lane, from: seq, upto: null }))] };
}

/** What lanes that are open again held back. */
export const openAgain = ({ held }: FeedPosition, closed: ReadonlySet<number>): HeldBack[] =>
  held.filter(({ lane }) => !closed.has(lane));

/** The position after what open lanes held back was told, up to a place; null: all of it. */
export function caughtUp(
  { seq, held }: FeedPosition,
  closed: ReadonlySet<number>,
  place: bigint | null,
): FeedPosition {
  const left = held.flatMap((one) => {
    if (closed.has(one.lane)) return [one];
    if (place === null || (one.upto !== null && one.upto <= place)) return [];
    return [{ ...one, from: place > one.from ? place : one.from }];
  });
  return { seq, held: left };
}

const short = (value: bigint | null) => (value === null ? '' : value.toString(36));
const long = (text: string) => [...text].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);

/** The position as text, for a cursor; lanes that were closed together are written together. */
export function writePosition({ seq, held }: FeedPosition): string {
  const groups = new Map<string, number[]>();
  for (const { lane, from, upto } of held) {
    const key = `${short(from)}-${short(upto)}`;
    groups.set(key, [...(groups.get(key) ?? []), lane]);
  }
  const written = [...groups].map(([key, lanes]) => `${key}:${lanes.toSorted((a, b) => a - b).join(',')}`);
  return [short(seq), ...written].join(';');
}

/** The position that a text of writePosition() stands for. */
export function readPosition(text: string): FeedPosition {
  const [seq = '', ...groups] = text.split(';');
  const held = groups.flatMap((group) => {
    const [span = '', lanes = ''] = group.split(':');
    const [from = '', upto = ''] = span.split('-');
    return lanes
      .split(',')
      .map((lane) => ({ lane: Number(lane), from: long(from), upto: upto === '' ? null : long(upto) }));
  });
  return { seq: long(seq), held };
}
