import fc from 'fast-check';
import {
  brokenBounds,
  type Candidate,
  releaserOf,
  type StandingRule,
  stateOf,
} from '../../../src/disclosure/rules/standing-rule';
import { TLP_LABELS, type Tlp } from '../../../src/disclosure/rules/vocabulary';

const NOON = Date.parse('2026-06-01T12:00:00Z');
const at = (ms: number) => new Date(NOON + ms);
const rule: StandingRule = {
  ...{ types: ['indicator'], upTo: 'GREEN', partners: ['cn', 'xc'], perDay: 2 },
  ...{ expiresAt: at(1000), proposedBy: 'one', confirmedBy: 'two', endedAt: null, vouched: true },
};
const version: Candidate = {
  ...{ tlp: 'GREEN', informationType: 'indicator', audienceAny: false, audienceInclude: ['cn'], parts: [] },
};
const broken = (changed: Partial<Candidate>, counted = 0) =>
  brokenBounds({ ...version, ...changed }, rule, counted).map(({ field, rule: by }) => `${field} ${by}`);

describe('a standing rule', () => {
  it.each([
    ['proposed', { confirmedBy: null }, 0],
    ['in_force', {}, 999],
    ['expired', {}, 1000],
    ['expired', { confirmedBy: null }, 1000],
    ['ended', { endedAt: at(-1) }, 0],
    ['lapsed', { vouched: false }, 0],
    ['lapsed', { vouched: false, confirmedBy: null }, 0],
  ] as const)('is %s with %j after %i ms', (state, change, ms) => {
    expect(stateOf({ ...rule, ...change }, at(ms))).toBe(state);
  });

  it('lets go what keeps within it, and names every bound that is broken', () => {
    expect(broken({})).toEqual([]);
    expect(broken({}, 1)).toEqual([]);
    expect(broken({}, 2)).toEqual(['rule standing-volume']);
    expect(broken({ tlp: 'AMBER', informationType: 'threat_report', audienceInclude: ['xd'] }, 2)).toEqual([
      'handling.information_type standing-type',
      'handling.tlp standing-tlp',
      'handling.audience.include standing-partners',
      'rule standing-volume',
    ]);
  });

  it.each([
    ['no type', { informationType: null }, 'handling.information_type standing-type'],
    ['no marking', { tlp: null }, 'handling.tlp standing-tlp'],
    ['whoever has an agreement', { audienceAny: true }, 'handling.audience.include standing-partners'],
    ['nobody', { audienceInclude: [] }, 'handling.audience.include standing-partners'],
    ['one too many', { audienceInclude: ['cn', 'xd'] }, 'handling.audience.include standing-partners'],
  ] as const)('lets nothing go that has or is for %s', (_, change, fault) => {
    expect(broken(change)).toContain(fault);
  });

  it('judges each part by what it says of itself, and by the item where it says nothing', () => {
    const part = { tlp: null, informationType: null };
    expect(broken({ parts: [part, { ...part, tlp: 'CLEAR' }] })).toEqual([]);
    expect(broken({ parts: [part, { tlp: 'AMBER', informationType: 'victim_notification' }] })).toEqual([
      'parts.1.information_type standing-type',
      'parts.1.tlp standing-tlp',
    ]);
  });

  it('never lets a marking go that is above it, whatever else there is', () => {
    const label = fc.constantFrom<Tlp>(...TLP_LABELS);
    fc.assert(
      fc.property(
        label,
        fc.constantFrom<Tlp>('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'),
        fc.array(fc.option(label)),
        (tlp, upTo, parts) => {
          const above = (one: Tlp) => TLP_LABELS.indexOf(one) > TLP_LABELS.indexOf(upTo);
          const found = brokenBounds(
            { ...version, tlp, parts: parts.map((one) => ({ tlp: one, informationType: null })) },
            { ...rule, upTo },
            0,
          );
          expect(found.length > 0).toBe([tlp, ...parts.map((one) => one ?? tlp)].some(above));
        },
      ),
    );
  });

  it('is vouched for by who confirmed it, by who proposed it where she wrote the version, and else by nobody', () => {
    expect(releaserOf(rule, ['analyst'])).toBe('two');
    expect(releaserOf(rule, ['two'])).toBe('one');
    expect(releaserOf(rule, ['one', 'two'])).toBeNull();
    expect(releaserOf({ ...rule, confirmedBy: null }, ['one'])).toBeNull();
  });
});
