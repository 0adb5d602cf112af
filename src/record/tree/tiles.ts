import { isSize, type NodeAddress } from './ranges';
import { fromDecimal } from './strict-text';

/** A full tile is a subtree of this height (c2sp.org/tlog-tiles, Merkle Tree). */
const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;
const HIGHEST_LEVEL = 63;
/** What the length of an entry in a bundle can say (tlog-tiles, Log entries). */
const LONGEST_ENTRY = 0xffff;

/** A tile of hashes, or of the entries below one of level 0. */
export interface Tile {
  level: number | 'entries';
  /** Its place in the level. */
  index: number;
  /** How many hashes or entries it has: 256, or from 1 where it is partial. */
  width: number;
}

function isTile({ level, index, width }: Tile): boolean {
  const isLevel = level === 'entries' || (isSize(level) && level <= HIGHEST_LEVEL);
  return (
    isLevel && isSize(index) && isSize(index * WIDTH + WIDTH) && isSize(width) && width >= 1 && width <= WIDTH
  );
}

/** 1234067 is `x001/x234/067`. */
function formatIndex(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** `tile/<L>/<N>[.p/<W>]` (tlog-tiles, Merkle Tree and Log entries). @throws RangeError for what is no tile */
export function tilePath(tile: Tile): string {
  if (!isTile(tile)) throw new RangeError('There is no such tile.');
  const { level, index, width } = tile;
  return `tile/${level}/${formatIndex(index)}${width < WIDTH ? `.p/${width}` : ''}`;
}

/** Reads the path of a tile, in the one form that `tilePath` gives it. @returns undefined for any other text */
export function parseTilePath(path: string): Tile | undefined {
  const found = /^tile\/(entries|[0-9]+)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]+))?$/.exec(path);
  const [, level = '', index = '', width = String(WIDTH)] = found ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : (fromDecimal(level) ?? NaN),
    index: Number(index.replace(/[x/]/g, '')),
    width: fromDecimal(width) ?? NaN,
  };
  return found && isTile(tile) && tilePath(tile) === path ? tile : undefined;
}

/** Whether a tree of `size` leaves has all that a tile holds; full tiles and partial ones of former sizes alike. */
export function isTileOf({ level, index, width }: Tile, size: number): boolean {
  const held = Math.floor(size / WIDTH ** (level === 'entries' ? 0 : level));
  return index * WIDTH + width <= held;
}

/**
 * The complete subtrees whose hashes, one after the other, are a tile; for entries, their leaves: level 8 · L and
 * places from 256 · N (tlog-tiles, Merkle Tree).
 */
export function nodesOfTile({ level, index, width }: Tile): NodeAddress[] {
  const height = HEIGHT * (level === 'entries' ? 0 : level);
  return Array.from({ length: width }, (_, place) => ({ level: height, index: index * WIDTH + place }));
}

/**
 * The bundle of up to 256 entries: each after its length in two octets, the greater first (tlog-tiles, Log entries).
 * @throws RangeError for an entry of more than 65,535 octets, which no bundle can hold, and for too many or none
 */
export function encodeBundle(entries: Uint8Array[]): Buffer {
  if (entries.length < 1 || entries.length > WIDTH) throw new RangeError('A bundle holds 1 to 256 entries.');
  const parts = entries.map((entry) => {
    if (entry.length > LONGEST_ENTRY)
      throw new RangeError('A bundle holds entries of at most 65,535 octets.');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    return Buffer.concat([length, entry]);
  });
  return Buffer.concat(parts);
}

/** Takes a bundle of up to 256 entries apart. @returns undefined for octets that are none */
export function parseBundle(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length || entries.length === WIDTH) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries.length > 0 ? entries : undefined;
}
