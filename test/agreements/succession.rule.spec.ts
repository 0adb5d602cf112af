import fc from 'fast-check';
import { judge } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { standing } from '../../src/agreements/rules/standing';
import { daysBetween, judgeSuccession, type Span, transition } from '../../src/agreements/rules/succession';
import { cncert, corvia, drafted, inForce, party, person, pkcert, T0 } from './builder';

const DAY = 86_400_000;
const both = [party(pkcert, 'signatory', 'operating_cert'), party(cncert, 'signatory', 'operating_cert')];
const draft = { kind: 'mou', parties: both };

describe('what lies between two agreements', () => {
  it('is a gap where the former ends before the later begins, of so many whole days', () => {
    const between = transition({ begins: T0, ends: T0 + DAY }, { begins: T0 + 413 * DAY, ends: null });
    expect(between).toEqual({ kind: 'gap', from: T0 + DAY, until: T0 + 413 * DAY });
    expect(daysBetween(between!.from, between!.until)).toBe(412);
  });

  it('is nothing where the later begins at the millisecond at which the former ends', () => {
    const at = (ends: number) => transition({ begins: T0, ends }, { begins: T0 + DAY, ends: null })?.kind;
    expect([at(T0 + DAY - 1), at(T0 + DAY), at(T0 + DAY + 1)]).toEqual(['gap', 'seamless', 'overlap']);
  });

  it('is an overlap as long as both hold, or without an end', () => {
    const former: Span = { begins: T0, ends: null };
    expect(transition(former, { begins: T0 + DAY, ends: null })).toMatchObject({
      kind: 'overlap',
      until: null,
    });
    expect(transition(former, { begins: T0 + DAY, ends: T0 + 2 * DAY })).toMatchObject({
      until: T0 + 2 * DAY,
    });
  });

  it('is not known before both are', () => {
    expect(transition(null, { begins: T0, ends: null })).toBeNull();
    expect(transition({ begins: T0, ends: null }, null)).toBeNull();
  });

  it('is a gap exactly where no instant lies in either and some lies between', () => {
    const instant = fc.integer({ min: 0, max: 20 });
    const span = fc
      .tuple(instant, fc.integer({ min: 1, max: 10 }), fc.boolean())
      .map(([begins, length, open]): Span => ({ begins, ends: open ? null : begins + length }));
    const holds = ({ begins, ends }: Span, at: number) => begins <= at && (ends === null || at < ends);
    fc.assert(
      fc.property(span, span, (former, later) => {
        fc.pre(former.begins <= later.begins);
        const between = transition(former, later)!;
        const all = Array.from({ length: 40 }, (_, at) => at);
        const two = all.some((at) => holds(former, at) && holds(later, at));
        const none = all.some((at) => at >= former.begins && at < later.begins && !holds(former, at));
        expect(between.kind).toBe(two ? 'overlap' : none ? 'gap' : 'seamless');
      }),
    );
  });
});

describe('a draft supersedes an agreement', () => {
  it('that is, was or will be in force, and none that is a draft', () => {
    expect(judgeSuccession(draft, inForce(), T0)).toBeNull();
    expect(judgeSuccession(draft, drafted(), T0)).toMatchObject({ code: 'agreement/succession' });
  });

  it('if each of its operating CERTs is one of the draft, which may have more', () => {
    const wider = { ...draft, parties: [...both, party(corvia, 'signatory', 'operating_cert')] };
    expect(judgeSuccession(wider, inForce(), T0)).toBeNull();
    const narrower = { ...draft, parties: [both[0]!, party(cncert, 'signatory')] };
    expect(judgeSuccession(narrower, inForce(), T0)?.text).toContain('cncert');
  });

  it('if both grant exchange, or neither does', () => {
    const host = { ...draft, kind: 'host_or_capacity_agreement' };
    expect(judgeSuccession(host, inForce(), T0)).not.toBeNull();
    expect(judgeSuccession(draft, inForce({ kind: 'host_or_capacity_agreement' }), T0)).not.toBeNull();
  });

  it('once: what is superseded is not superseded again', () => {
    const former = inForce({ superseded: { from: T0 + 1, ends: T0 + 1 } });
    expect(judgeSuccession(draft, former, T0)).toBeNull();
    expect(judgeSuccession(draft, former, T0 + 1)).not.toBeNull();
  });
});

describe('an agreement that another supersedes', () => {
  const former = inForce({ superseded: { from: T0 + DAY, ends: T0 + DAY } });

  it('is in force until the instant at which the other enters, and superseded from then on', () => {
    const [before, after] = [standing(former, T0 + DAY - 1), standing(former, T0 + DAY)];
    expect([before.inForce?.number, before.superseded, before.endsAt]).toEqual([1, false, T0 + DAY]);
    expect([after.inForce, after.superseded, after.ended]).toEqual([null, true, true]);
    expect(after.statements).toContain('superseded');
    for (const other of ['ended', 'expired']) expect(after.statements).not.toContain(other);
  });

  it('may still be ended before, and has no step left after', () => {
    const end = { do: 'end', effectiveAt: T0 + 1 } as const;
    expect(judge(former, end, person(pkcert), T0)).toMatchObject({ allowed: true });
    expect(nextSteps(former, T0 + DAY)).toEqual([]);
    expect(judge(former, { ...end, effectiveAt: T0 + DAY }, person(pkcert), T0 + DAY)).toMatchObject({
      code: 'agreement/ended',
    });
  });

  it('that had run out before stays so', () => {
    const terms = former.terms.map((one) => ({ ...one, expiresAt: T0 + 5 }));
    const state = standing({ ...former, terms }, T0 + DAY);
    expect(state.statements).toEqual(expect.arrayContaining(['expired', 'superseded']));
  });

  it('runs out by itself where it is to, and is superseded then', () => {
    const runs = inForce({ superseded: { from: T0 + DAY, ends: null } });
    expect(standing(runs, T0 + DAY)).toMatchObject({ superseded: false, ended: false });
    const expiring = { ...runs, terms: runs.terms.map((terms) => ({ ...terms, expiresAt: T0 + 2 * DAY })) };
    expect(standing(expiring, T0 + 2 * DAY).statements).toEqual(
      expect.arrayContaining(['expired', 'superseded']),
    );
  });
});
