import fc from 'fast-check';
import { subtreeOf } from '../../../src/record/tree/ranges';
import {
  encodeBundle,
  isTileOf,
  nodesOfTile,
  parseBundle,
  parseTilePath,
  type Tile,
  tilePath,
} from '../../../src/record/tree/tiles';

describe('a tile', () => {
  test.each<[string, Tile]>([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/001', { level: 0, index: 1, width: 256 }],
    ['tile/0/001.p/5', { level: 0, index: 1, width: 5 }],
    ['tile/0/999', { level: 0, index: 999, width: 256 }],
    ['tile/0/x001/000', { level: 0, index: 1000, width: 256 }],
    ['tile/5/x123/x456/078', { level: 5, index: 123_456_078, width: 256 }],
    ['tile/5/x123/x456/078.p/2', { level: 5, index: 123_456_078, width: 2 }],
    ['tile/0/x003/x057/500', { level: 0, index: 3_057_500, width: 256 }],
    ['tile/63/x001/x234/067.p/255', { level: 63, index: 1_234_067, width: 255 }],
    ['tile/entries/x003/x057/500', { level: 'entries', index: 3_057_500, width: 256 }],
    ['tile/entries/000.p/1', { level: 'entries', index: 0, width: 1 }],
  ])('is at %s', (path, tile) => {
    expect([tilePath(tile), parseTilePath(path)]).toEqual([path, tile]);
  });

  test.each([
    '',
    'tile/0',
    'tile/0/',
    '/tile/0/001',
    'tile/0/1',
    'tile/0/0001',
    'tile/0/x001',
    'tile/0/123/456/078',
    'tile/0/x123/x456/x078',
    'tile/0/x000/001',
    'tile/0/-01',
    'tile/00/001',
    'tile/64/001',
    'tile/-1/001',
    'tile/data/001',
    'tile/Entries/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/05',
    'tile/0/001.p/',
    'tile/0/001.p/5/',
    'tile/0/001\n',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/x035/x184/x372/x088/832',
    'checkpoint',
  ])('is not at %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  test.each<Tile>([
    { level: -1, index: 0, width: 256 },
    { level: 64, index: 0, width: 256 },
    { level: 0.5, index: 0, width: 256 },
    { level: 0, index: -1, width: 256 },
    { level: 0, index: 2 ** 46, width: 256 },
    { level: 0, index: 0, width: 0 },
    { level: 0, index: 0, width: 257 },
    { level: NaN, index: 0, width: 1 },
  ])('is not %j', (tile) => {
    expect(() => tilePath(tile)).toThrow(RangeError);
  });

  it('of whatever index is at one path', () => {
    const index = fc.integer({ min: 0, max: 2 ** 45 - 2 });
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 256 }), (place, width) => {
        const tile = { level: 1, index: place, width };
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  it('is of a tree that has all of it: the example of 70,000 leaves', () => {
    const widest = (level: number, index: number) => {
      for (let width = 256; width > 0; width -= 1)
        if (isTileOf({ level, index, width }, 70_000)) return width;
      return 0;
    };
    expect([widest(0, 272), widest(0, 273), widest(0, 274)]).toEqual([256, 112, 0]);
    expect([widest(1, 0), widest(1, 1), widest(1, 2)]).toEqual([256, 17, 0]);
    expect([widest(2, 0), widest(2, 1), widest(3, 0)]).toEqual([1, 0, 0]);
    expect(isTileOf({ level: 'entries', index: 273, width: 112 }, 70_000)).toBe(true);
    expect(isTileOf({ level: 'entries', index: 273, width: 113 }, 70_000)).toBe(false);
    expect(isTileOf({ level: 63, index: 0, width: 1 }, 2 ** 53 - 1)).toBe(false);
  });

  it('holds the stored subtrees of its height, over the leaves of its place', () => {
    expect(nodesOfTile({ level: 0, index: 1, width: 2 })).toEqual([
      { level: 0, index: 256 },
      { level: 0, index: 257 },
    ]);
    expect(nodesOfTile({ level: 'entries', index: 1, width: 1 })).toEqual([{ level: 0, index: 256 }]);
    const nodes = nodesOfTile({ level: 2, index: 3, width: 256 });
    const { begin } = subtreeOf(nodes[0]!.level, nodes[0]!.index);
    const { end } = subtreeOf(nodes[255]!.level, nodes[255]!.index);
    expect([nodes.length, begin, end]).toEqual([256, 3 * 256 ** 3, 4 * 256 ** 3]);
  });
});

describe('a bundle of entries', () => {
  it('is each entry after its length, the greater octet first', () => {
    const entries = [Buffer.from('ab'), Buffer.alloc(0), Buffer.alloc(0x0102, 7)];
    const bundle = encodeBundle(entries);
    expect(bundle.subarray(0, 9).toString('hex')).toBe('000261620000010207');
    expect(parseBundle(bundle)).toEqual(entries);
  });

  it('holds 1 to 256 entries of at most 65,535 octets', () => {
    const many = (count: number) => Array.from({ length: count }, () => Buffer.from('x'));
    expect(parseBundle(encodeBundle(many(256)))).toHaveLength(256);
    expect(() => encodeBundle(many(257))).toThrow(RangeError);
    expect(() => encodeBundle([])).toThrow(RangeError);
    expect(parseBundle(encodeBundle([Buffer.alloc(65_535)]))?.[0]).toHaveLength(65_535);
    expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow('at most 65,535 octets');
    expect(parseBundle(Buffer.concat([encodeBundle(many(256)), encodeBundle(many(1))]))).toBeUndefined();
  });

  it.each(['', '00', '0001', '000261', '00016100', '0001610005'])('is not %j', (hex) => {
    expect(parseBundle(Buffer.from(hex, 'hex'))).toBeUndefined();
  });
});
