import fc from 'fast-check';
import { sha256Of } from '../../src/agreements/canonical/document';
import { compareTerms } from '../../src/agreements/rules/compare-terms';
import { contentFault } from '../../src/agreements/rules/content-fault';
import { canonicalTerms, type TermsContent } from '../../src/agreements/rules/terms-content';
import { arbitraryTerms } from './arbitrary-terms';

const runs = { numRuns: 300 };
const fields = (a: TermsContent, b: TermsContent) => compareTerms(a, b).map(({ field }) => field);

/** The same with members and lists in another order, as somebody else may have typed it. */
function shuffled<T>(value: T): T {
  if (Array.isArray(value)) return value.toReversed().map(shuffled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, shuffled(one)]),
  ) as T;
}

/** Every place of a content, as compareTerms names it, with what stands there; lists are one place. */
function places(content: TermsContent): Map<string, unknown> {
  const { parties, grants, clauses = {}, other_clauses = [], ...whole } = content;
  const found = new Map<string, unknown>(Object.entries(whole));
  for (const [name, value] of Object.entries(clauses)) found.set(`clauses.${name}`, value);
  for (const clause of other_clauses)
    found.set(`other_clauses.${clause.number}${clause.language ? ` (${clause.language})` : ''}`, clause);
  for (const { organization, roles } of parties) found.set(`parties.${organization}`, roles);
  for (const grant of grants) {
    const { from, to, obligations, clauses: behind = {}, ...said } = grant;
    found.set(`${from} ${to}: grant`, true);
    for (const [name, value] of Object.entries(said)) found.set(`${from} ${to}: ${name}`, value);
    for (const [name, value] of Object.entries(behind)) found.set(`${from} ${to}: clauses.${name}`, value);
    for (const [name, value] of Object.entries(obligations))
      found.set(`${from} ${to}: obligations.${name}`, value);
  }
  return found;
}

describe('two canonical encodings', () => {
  it('are told apart where their hashes differ, and nowhere else', () => {
    fc.assert(
      fc.property(arbitraryTerms, arbitraryTerms, (a, b) => {
        expect(compareTerms(a, b).length === 0).toBe(sha256Of(a) === sha256Of(b));
      }),
      runs,
    );
  });

  it('have each place that differs named, and no other', () => {
    fc.assert(
      fc.property(arbitraryTerms, arbitraryTerms, (a, b) => {
        const [one, other] = [places(a), places(b)];
        const both = (name: string) => {
          const grant = `${name.split(': ')[0]}: grant`;
          return !name.includes(': ') || name === grant || (one.has(grant) && other.has(grant));
        };
        const expected = [...new Set([...one.keys(), ...other.keys()])].filter(
          (name) => both(name) && JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)),
        );
        const named = compareTerms(a, b).map(({ grant, field }) =>
          grant ? `${grant.from} ${grant.to}: ${field}` : field,
        );
        expect(named.toSorted()).toEqual(expected.toSorted());
      }),
      runs,
    );
  });

  it('say something else on each side of a difference', () => {
    fc.assert(
      fc.property(arbitraryTerms, arbitraryTerms, (a, b) => {
        for (const { field, a_says, b_says } of compareTerms(a, b)) {
          if (field !== 'grant') expect([field, a_says]).not.toEqual([field, b_says]);
          expect(`${a_says}${b_says}`).not.toMatch(/undefined|\[object/);
        }
      }),
      runs,
    );
  });

  it('are the same in whatever order they were typed', () => {
    fc.assert(
      fc.property(arbitraryTerms, (a) => {
        const again = canonicalTerms(shuffled(a));
        expect([compareTerms(a, again), sha256Of(again)]).toEqual([[], sha256Of(a)]);
      }),
      runs,
    );
  });

  it('are read again as they were written', () => {
    fc.assert(
      fc.property(arbitraryTerms, (a) => {
        expect(contentFault(JSON.parse(JSON.stringify(a)))).toBeNull();
      }),
      runs,
    );
  });

  it('differ in a term that this version does not know, whatever it is called', () => {
    const [a] = fc.sample(
      arbitraryTerms.filter(({ grants }) => grants.length > 0),
      1,
    );
    for (const name of ['later_term', 'constructor', 'toString']) {
      const b = { ...a!, grants: a!.grants.map((grant) => ({ ...grant, [name]: 'new' })) };
      expect(new Set(fields(a!, b))).toEqual(new Set([name]));
      expect(compareTerms(a!, b)[0]).toMatchObject({
        a: null,
        b: 'new',
        a_says: 'says nothing',
        b_says: '"new"',
      });
    }
  });
});

describe('a content that is not as it has to be', () => {
  const [good] = fc.sample(
    arbitraryTerms.filter(({ grants, parties }) => grants.length > 0 && parties.length > 0),
    1,
  );
  const [grant] = good!.grants;
  const [party] = good!.parties;
  it.each<[string, unknown]>([
    ['content', []],
    ['accord', { ...good, accord: 'terms/2' }],
    ['parties', { ...good, parties: {} }],
    ['expires_at', { ...good, expires_at: 5 }],
    ['parties.0.roles', { ...good, parties: [{ ...party, roles: 'signatory' }] }],
    ['grants.0', { ...good, grants: ['all'] }],
    ['grants.0.clause', { ...good, grants: [{ ...grant, clause: null }] }],
    ['grants.0.severity', { ...good, grants: [{ ...grant, severity: { least: 3 } }] }],
    ['grants.0.obligations', { ...good, grants: [{ ...grant, obligations: { retention_days: '9' } }] }],
    ['grants.1', { ...good, grants: [grant, grant] }],
    ['parties.1', { ...good, parties: [party, party] }],
  ])('is told by its place: %s', (place, content) => {
    expect(contentFault(content)).toBe(place);
  });
});
