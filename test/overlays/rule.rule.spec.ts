import { barredFromPublicBy } from '../../src/disclosure/rules/national-overlay';
import { overlayAt, type OverlayFacts, type OverlayRestriction } from '../../src/disclosure/rules/overlay';
import { comparedInFull } from '../../src/disclosure/rules/compared-in-full';
import { ask, forbidding, grant, item, NOON } from '../cases/question';

const restriction = (change: Partial<OverlayRestriction> = {}): OverlayRestriction => ({
  clause: '§ 12',
  direction: 'sending',
  informationTypes: 'any',
  leastTlp: null,
  countries: 'abroad',
  public: false,
  ...change,
});
const overlay = (...restrictions: Partial<OverlayRestriction>[]): OverlayFacts => ({
  number: 3,
  law: 'Cyber Act',
  from: NOON - 9,
  restrictions: restrictions.map(restriction),
});
const verdictOf = (basis: 'grant' | 'public', ...[facts, given]: Parameters<typeof forbidding>) => {
  const { bases } = ask(facts, [grant(given)]);
  return bases.find((one) => one.basis === basis)!.verdicts.find(({ rule }) => rule === 'D-18')!;
};

describe('D-18 national overlay', () => {
  it('withholds from a team whose country is not known as from abroad, and as from every country on a list', () => {
    const unknown = { toCountry: null };
    expect(forbidding({ overlay: overlay({}) }, unknown)).toEqual(['D-18']);
    expect(forbidding({ overlay: overlay({ countries: ['XC'] }) }, unknown)).toEqual(['D-18']);
  });

  it('takes every team as abroad for an organization whose own country is not known', () => {
    expect(forbidding({ overlay: overlay({}) }, { fromCountry: null, toCountry: 'PK' })).toEqual(['D-18']);
    expect(forbidding({}, { toOverlay: overlay({ direction: 'receiving' }), toCountry: null })).toEqual([
      'D-18',
    ]);
  });

  it('takes two organizations whose countries are both not known as abroad to each other', () => {
    const unknown = { fromCountry: null, toCountry: null };
    expect(forbidding({ overlay: overlay({}) }, unknown)).toEqual(['D-18']);
  });

  it('lets go what is marked below the marking from which a restriction holds', () => {
    const marked = { tlp: 'CLEAR' as const, overlay: overlay({ leastTlp: 'GREEN' }) };
    expect(forbidding(marked)).toEqual([]);
    expect(forbidding({ ...marked, tlp: 'GREEN' })).toEqual(['D-18']);
  });

  it('lets go within the own country what may not go abroad', () => {
    expect(forbidding({ overlay: overlay({}) }, { toCountry: 'PK' })).toEqual([]);
    expect(forbidding({}, { toOverlay: overlay({ direction: 'receiving' }), fromCountry: 'CN' })).toEqual([]);
  });

  it('withholds nothing from a team for a restriction on the public alone, whatever its country', () => {
    const barred = { overlay: overlay({ countries: [], public: true }) };
    expect(forbidding(barred)).toEqual([]);
    expect(forbidding(barred, { toCountry: null })).toEqual([]);
  });

  it('names the law and the clause by which a version may not be public, where there is one', () => {
    const barred = overlay({ clause: '§ 7', public: false }, { countries: [], public: true });
    expect(barredFromPublicBy(item({ overlay: barred }))).toEqual({ law: 'Cyber Act', clause: '§ 12' });
    expect(barredFromPublicBy(item({ overlay: overlay({}) }))).toBeNull();
    expect(barredFromPublicBy(item())).toBeNull();
  });

  it('counts the last version that came to count by then, in whichever order they are told', () => {
    const [first, second] = [1, 2].map((number) => ({ ...overlay({}), number, from: NOON + number }));
    for (const versions of [
      [first!, second!],
      [second!, first!],
    ]) {
      expect(overlayAt(versions, NOON)).toBeNull();
      expect(overlayAt(versions, NOON + 1)).toBe(first);
      expect(overlayAt(versions, NOON + 2)).toBe(second);
    }
  });

  it('covers what has no type, and a marking that is none', () => {
    expect(
      forbidding({ informationType: null, overlay: overlay({ informationTypes: ['indicator'] }) }),
    ).toContain('D-18');
    expect(forbidding({ tlp: 'WHITE' as never, overlay: overlay({ leastTlp: 'RED' }) })).toContain('D-18');
    expect(forbidding({ tlp: null, overlay: overlay({ leastTlp: 'RED' }) })).toContain('D-18');
  });

  it('denies where it cannot tell whether there is an overlay', () => {
    expect(forbidding({ overlay: undefined })).toEqual(['D-18']);
    expect(forbidding({}, { toOverlay: undefined as never })).toEqual(['D-18']);
    expect(verdictOf('public', { overlay: undefined })).toMatchObject({ verdict: 'forbids' });
  });

  it('names law, clause and version of the overlay, the originator’s before the recipient’s', () => {
    const named = { law: 'Cyber Act', clause: '§ 12', overlay_version: 3, counts_from: NOON - 9 };
    const theirs = { toOverlay: overlay({ direction: 'receiving' }) };
    expect(verdictOf('grant', {}, theirs)).toMatchObject({ compared: { side: 'recipient', ...named } });
    expect(verdictOf('grant', { overlay: overlay({}) }, theirs)).toMatchObject({
      compared: { side: 'originator', ...named },
    });
    const barred = { overlay: overlay({ countries: [], public: true }) };
    expect(verdictOf('public', barred)).toMatchObject({
      verdict: 'forbids',
      compared: { side: 'originator', ...named },
    });
  });

  it('says the same whether there is no overlay or one that withholds nothing of this', () => {
    const without = verdictOf('grant', {});
    expect(without).toEqual({
      rule: 'D-18',
      verdict: 'passes',
      says: 'no national rule stands against it',
      compared: {},
    });
    expect(
      verdictOf('grant', { overlay: overlay() }, { toOverlay: overlay({ direction: 'sending' }) }),
    ).toEqual(without);
    expect(
      verdictOf('public', { overlay: overlay({ countries: [], leastTlp: 'RED', public: true }) }),
    ).toEqual(without);
  });

  it('tells an owner of the recipient’s overlay that it withholds, and not what it is', () => {
    const asked = { toOverlay: overlay({ direction: 'receiving' }) };
    const { bases } = ask({ overlay: overlay() }, [grant(asked)]);
    const verdict = bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-18')!;
    expect(comparedInFull(verdict, { item: { overlay: null } } as never)).toEqual({
      own_overlay: null,
      side: 'recipient',
    });
    expect(comparedInFull(verdict, { item: { overlay: overlay() } } as never)).toEqual({
      own_overlay: 3,
      side: 'recipient',
    });
  });
});
