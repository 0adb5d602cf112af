import type { GrantFacts, Question } from '../../src/disclosure/rules/question';
import { ask, grant, NOON, terms } from '../cases/question';

describe('D-21 correction', () => {
  const stopped = { pauses: [{ from: NOON - 1, until: null, types: null }] };
  const allowed = { terms: terms({ corrections: 'allowed' }), ...stopped };
  const notice = (given: Partial<GrantFacts>, change: Partial<Question>) =>
    ask({ withdrawnAt: NOON }, [grant(given)], { subject: 'withdrawal', ...change }).released;
  it('lets the notice of a withdrawal through a stop where the terms allow corrections', () => {
    expect(notice(allowed, { received: true })).toBe(true);
  });
  it('holds it where they do not', () => {
    expect(notice(stopped, { received: true })).toBe(false);
  });
  it('tells nothing to a team that never received the item', () => {
    expect(notice(allowed, { received: false })).toBe(false);
    expect(notice({}, { received: false })).toBe(false);
  });
  it('never lets content through', () => {
    expect(ask({}, [grant(allowed)], { received: true }).released).toBe(false);
  });
  it('needs no correction clause for a removal notice while sharing flows, and sends none when it does not', () => {
    expect(ask({ tlp: 'AMBER' }, [grant()], { subject: 'removal', received: true }).released).toBe(true);
    expect(ask({ tlp: 'AMBER' }, [grant(allowed)], { subject: 'removal', received: true }).released).toBe(
      false,
    );
  });
  it('goes on under later terms of the agreement that dropped the direction, and not once they are paused', () => {
    const former = terms({ followedAt: NOON - 10, later: [{ from: NOON - 10, until: null }] });
    const asks = (given: Partial<GrantFacts>) =>
      ask({ tlp: 'AMBER' }, [grant(given)], { subject: 'removal', received: true }).released;
    expect(asks({ terms: former })).toBe(true);
    expect(asks({ terms: former, ...stopped })).toBe(false);
    expect(asks({ terms: terms({ followedAt: NOON - 10 }) })).toBe(false);
    expect(ask({}, [grant({ terms: former })], { received: true }).released).toBe(false);
  });
  it('tells a withdrawal to who received the item under terms that would not admit it now', () => {
    expect(
      ask({ tlp: 'AMBER', withdrawnAt: NOON }, [grant()], { subject: 'withdrawal', received: true }).released,
    ).toBe(true);
  });
  it('tells nothing of RED, of which no team is told', () => {
    expect(
      ask({ tlp: 'RED', withdrawnAt: NOON }, [grant()], { subject: 'withdrawal', received: true }).released,
    ).toBe(false);
  });
});
