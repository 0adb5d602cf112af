import type { Party } from '../../src/agreements/rules/agreement';
import { type Draft, judgeDraft } from '../../src/agreements/rules/drafting';
import {
  judgeResumption,
  judgeResumptionConfirmation,
  judgeStop,
  judgeSuspension,
  type Suspension,
} from '../../src/agreements/rules/pausing';
import { standing } from '../../src/agreements/rules/standing';
import {
  banking,
  cncert,
  corvia,
  drafted,
  dunmere,
  inForce,
  itu,
  moitt,
  party,
  pause,
  person,
  pkcert,
  T0,
  verdictOf,
  termsVersion,
  way,
} from './builder';

const whole: Suspension = {
  direction: null,
  informationTypes: null,
  startsAt: T0,
  endsAt: null,
  reviewAt: null,
};
const suspend = (agreement = inForce(), change: Partial<Suspension> = {}, who = pkcert, at = T0) =>
  verdictOf(judgeSuspension(agreement, { ...whole, ...change }, person(who), at));

describe('a suspension', () => {
  test('is of what is or will be in force', () => {
    expect(suspend(drafted())).toBe('agreement/not-in-force');
    expect(suspend(inForce())).toBe('allowed');
  });

  test('among three operating CERTs is of a direction of its own', () => {
    const parties = [...inForce().parties, party(corvia, 'operating_cert')];
    const three = inForce({
      parties,
      terms: [termsVersion(1, parties, [way(pkcert, cncert), way(cncert, corvia)])],
    });
    expect(suspend(three)).toBe('pause/direction');
    expect(suspend(three, { direction: way(cncert, corvia) })).toBe('pause/direction');
    expect(suspend(three, { direction: way(corvia, pkcert) })).toBe('pause/direction');
    expect(suspend(three, { direction: way(pkcert, cncert) })).toBe('allowed');
    expect(suspend(three, { direction: way(cncert, corvia) }, corvia)).toBe('allowed');
  });

  test('of each side stands beside that of the other, and is not made twice while it holds', () => {
    const paused = inForce({ pauses: [pause(pkcert, { endsAt: T0 + 10 })] });
    expect(suspend(paused)).toBe('pause/open-already');
    expect(suspend(paused, {}, cncert)).toBe('allowed');
    expect(suspend(paused, { direction: way(pkcert, cncert) })).toBe('allowed');
    expect(suspend(paused, { startsAt: T0 + 10 }, pkcert, T0 + 10)).toBe('allowed');
  });

  test('of information types stands beside one of others, of everything and of a direction, and is not made twice', () => {
    const paused = inForce({ pauses: [pause(pkcert, { informationTypes: ['indicator', 'statistics'] })] });
    const of = (...informationTypes: string[]) => suspend(paused, { informationTypes });
    expect(of('statistics', 'indicator')).toBe('pause/open-already');
    expect([of('indicator'), of('indicator', 'statistics', 'threat_report')]).toEqual(['allowed', 'allowed']);
    expect(suspend(paused)).toBe('allowed');
    const direction = way(pkcert, cncert);
    expect(suspend(paused, { direction, informationTypes: ['indicator', 'statistics'] })).toBe('allowed');
    expect(suspend(inForce({ pauses: [pause(pkcert)] }), { informationTypes: ['indicator'] })).toBe(
      'allowed',
    );
  });

  test('of information types suspends an agreement in part, whichever they are', () => {
    const paused = inForce({ pauses: [pause(pkcert, { informationTypes: ['indicator'] })] });
    const { suspended, paused: directions } = standing(paused, T0);
    expect(suspended).toBe('partially');
    expect(directions.map(({ informationTypes }) => informationTypes)).toEqual(
      directions.map(() => ['indicator']),
    );
    const both = [pause(pkcert, { informationTypes: ['indicator'] }), pause(cncert)];
    expect(standing(inForce({ pauses: both }), T0).suspended).toBe('wholly');
  });

  test('holds from its first millisecond, not in its last', () => {
    const paused = inForce({ pauses: [pause(pkcert, { startsAt: T0 + 5, endsAt: T0 + 9 })] });
    expect([4, 5, 8, 9].map((shift) => standing(paused, T0 + shift).suspended)).toEqual([
      'no',
      'wholly',
      'wholly',
      'no',
    ]);
  });
});

describe('a stop', () => {
  const direction = way(pkcert, cncert);
  const stop = pause(pkcert, { kind: 'stop', ...direction });

  test('needs a grant in its direction, and is not made twice', () => {
    expect(verdictOf(judgeStop(false, [], direction, T0))).toBe('pause/no-grant');
    expect(verdictOf(judgeStop(true, [stop], direction, T0))).toBe('pause/open-already');
    expect(verdictOf(judgeStop(true, [{ ...stop, ...way(pkcert, corvia) }], direction, T0))).toBe('allowed');
    expect(verdictOf(judgeStop(true, [], direction, T0))).toBe('allowed');
  });

  test('ends by two persons of the side that stopped', () => {
    expect(verdictOf(judgeResumption(stop, person(cncert), T0))).toBe('pause/not-yours');
    expect(verdictOf(judgeResumptionConfirmation(stop, person(pkcert), T0))).toBe('pause/not-requested');
    expect(verdictOf(judgeResumption(stop, person(pkcert), T0))).toBe('allowed');
    const asked = {
      ...stop,
      resumption: { requestedBy: person(pkcert).person, requestedAt: T0, effectiveAt: T0, confirmedAt: null },
    };
    expect(verdictOf(judgeResumption(asked, person(pkcert, 'other'), T0))).toBe('pause/requested-already');
    expect(verdictOf(judgeResumptionConfirmation(asked, person(pkcert), T0))).toBe('pause/second-person');
    expect(verdictOf(judgeResumptionConfirmation(asked, person(pkcert, 'other'), T0))).toBe('allowed');
    const over = { ...asked, resumption: { ...asked.resumption, confirmedAt: T0 } };
    expect(verdictOf(judgeResumptionConfirmation(over, person(pkcert, 'other'), T0))).toBe('pause/over');
  });
});

describe('a draft', () => {
  const draft = (parties: readonly Party[], change: Partial<Draft> = {}): Draft => ({
    reference: 'PK-CN-2026',
    kind: 'mou',
    parent: null,
    parties,
    terms: { expiresAt: null, entry: null, grants: [way(pkcert, cncert)] },
    ...change,
  });
  const codeOf = (one: Draft, drafter = moitt) => judgeDraft(one, drafter, T0)?.code ?? 'allowed';
  const both = (...rest: Party[]) => [party(cncert, 'signatory', 'operating_cert'), ...rest];

  test('binds a CERT by its own signature or that of a ministry of its country, by nobody else’s', () => {
    const cert = party(pkcert, 'operating_cert');
    expect(codeOf(draft(both(cert, party(moitt, 'signatory'))))).toBe('allowed');
    expect(codeOf(draft(both(party(pkcert, 'operating_cert', 'signatory'))))).toBe('allowed');
    expect(codeOf(draft(both(cert)))).toBe('agreement/parties');
    expect(codeOf(draft(both(cert, party(banking, 'signatory'))))).toBe('agreement/parties');
    expect(codeOf(draft(both(cert, party(moitt, 'approving_authority'))))).toBe('agreement/parties');
  });

  test('is made by a party, or by a ministry of the country of one', () => {
    const parties = both(party(pkcert, 'operating_cert', 'signatory'));
    expect(codeOf(draft(parties, { reference: 'CN-PK-2026' }), cncert)).toBe('allowed');
    expect(codeOf(draft(parties, { reference: 'XD-PK-2026' }), dunmere)).toBe('agreement/drafter');
    const elsewhere = both(party(corvia, 'signatory', 'operating_cert'));
    expect(codeOf(draft(elsewhere))).toBe('agreement/drafter');
    expect(codeOf(draft([...parties, party(banking, 'observer')]), banking)).toBe('agreement/drafter');
  });

  test('has a reference of its drafter’s country, or of its handle if it has none', () => {
    const parties = [party(itu, 'signatory'), party(moitt, 'signatory')];
    const centre = {
      kind: 'host_or_capacity_agreement',
      terms: { expiresAt: null, entry: null, grants: [] },
    };
    expect(codeOf(draft(parties, { ...centre, reference: 'ITU-1' }), itu)).toBe('allowed');
    expect(codeOf(draft(parties, { ...centre, reference: 'PK-1' }), itu)).toBe('agreement/reference');
  });
});
