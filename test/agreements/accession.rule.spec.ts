import type { Agreement, Organization } from '../../src/agreements/rules/agreement';
import { amending, under } from '../../src/agreements/rules/agreement';
import { judgeJoining } from '../../src/agreements/rules/drafting';
import { judge } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { standing } from '../../src/agreements/rules/standing';
import {
  cncert,
  consents,
  corvia,
  dunmere,
  fact,
  inForce,
  itu,
  moitt,
  party,
  person,
  pkcert,
  T0,
  termsVersion,
  verdictOf,
  way,
} from './builder';

const JOINING = [party(corvia, 'signatory', 'operating_cert')];
const former = inForce();
const all = [...former.parties, ...JOINING];
const accession = (change: Partial<Agreement> = {}): Agreement => ({
  ...former,
  terms: [...former.terms, termsVersion(2, all, [way(pkcert, corvia)], 1)],
  ...change,
});
const signed = (...others: Organization[]) => [
  ...consents(T0 + 2, 2),
  ...others.map((one) => fact('signed', one, { terms: 2, recordedAt: T0 + 2 })),
];

const versionOf = (agreement: Agreement, number: number) =>
  standing(agreement, T0 + 5).versions.find((one) => one.number === number)!;

describe('an accession', () => {
  test('needs the signature of who joins, for the terms that name it and for no former ones', () => {
    expect(versionOf(accession(), 1)).toMatchObject({ signaturesMissing: [], inForce: true });
    const others = accession({ facts: [...former.facts, ...signed()] });
    expect(versionOf(others, 2).signaturesMissing).toEqual([corvia]);
    const entered = fact('entered_into_force', cncert, { terms: 2, recordedAt: T0 + 3 });
    const without = accession({ facts: [...former.facts, ...signed(), entered] });
    expect([versionOf(without, 1).inForce, versionOf(without, 2).from]).toEqual([true, null]);
    const whole = accession({ facts: [...former.facts, ...signed(corvia), entered] });
    expect([versionOf(whole, 1).until, versionOf(whole, 2).inForce]).toEqual([T0 + 3, true]);
  });

  test('lets who joins sign these terms, and no former ones', () => {
    const sign = (terms: number, one = corvia) => {
      const submitted = fact('submitted', moitt, { terms: 2, recordedAt: T0 + 2 });
      const consent = { party: one.id, effectiveAt: T0 + 4, onBehalfOf: null, hasEvidence: false };
      const open = accession({
        facts: [...(terms === 2 ? former.facts : [fact('submitted', moitt)]), submitted],
      });
      return verdictOf(judge(open, { do: 'sign', terms, ...consent }, person(one), T0 + 4));
    };
    expect([sign(2), sign(1), sign(2, dunmere)]).toEqual([
      'allowed',
      'agreement/not-your-role',
      'agreement/not-your-role',
    ]);
  });

  test('gives who joins no other step until it is in force', () => {
    const mine = nextSteps(accession({ facts: [...former.facts, ...signed()] }), T0 + 4).filter(({ by }) =>
      by.includes('corvia'),
    );
    expect(mine.map(({ step, terms }) => [step, terms])).toEqual([
      ['sign', 2],
      ['reject', 2],
    ]);
  });

  test('is the ground of later terms once its entry into force is recorded', () => {
    expect(amending(accession())).toBe(former.parties);
    const entered = fact('entered_into_force', cncert, { terms: 2, recordedAt: T0 + 3 });
    expect(amending(accession({ facts: [...former.facts, entered] }))).toBe(all);
    expect(under(accession(), 2).parties).toBe(all);
    expect(under(accession(), null).parties).toBe(former.parties);
  });

  test('is of those who could have drafted it together with the others, once each', () => {
    const code = (joining: typeof JOINING, kind = 'mou') => judgeJoining(kind, former.parties, joining)?.code;
    expect(code(JOINING)).toBeUndefined();
    expect(code([], 'host_or_capacity_agreement')).toBeUndefined();
    expect(code([party(itu, 'signatory')])).toBe('agreement/parties');
    expect(code([...JOINING, ...JOINING])).toBe('agreement/parties');
    expect(code([party(corvia, 'operating_cert')])).toBe('agreement/parties');
    expect(code(JOINING, 'host_or_capacity_agreement')).toBe('agreement/parties');
  });
});
