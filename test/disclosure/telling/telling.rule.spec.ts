import fc from 'fast-check';
import { TLP_LABELS } from '../../../src/disclosure/rules/vocabulary';
import {
  channelOfTelling,
  isLate,
  judgeTelling,
  LATE_AFTER,
  unfiledItem,
  WAYS_OF_TELLING,
} from '../../../src/disclosure/rules/telling';
import { grant } from '../../cases/question';

const at = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('writing down what was told', () => {
  it('is late from a millisecond after the hour on', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 3 * LATE_AFTER }), (told, after) => {
        expect(isLate(told, told + after)).toBe(after > LATE_AFTER);
      }),
    );
    expect([isLate(0, LATE_AFTER), isLate(0, LATE_AFTER + 1)]).toEqual([false, true]);
  });

  it('is of what is spoken, or of what is written from person to person', () => {
    expect(WAYS_OF_TELLING.map((how) => [how, channelOfTelling(how)])).toEqual([
      ['call', 'voice'],
      ['message', 'message'],
      ['meeting', 'voice'],
      ['mail', 'mail'],
    ]);
  });

  it('of what is filed nowhere, finds it released by nobody, whatever it is marked as', () => {
    for (const tlp of TLP_LABELS) {
      const item = unfiledItem({ owner: 'pk', author: 'someone', tlp, informationType: null });
      const asked = {
        ...{ reader: 'cn', person: null, parent: null, at: 0, subject: 'content' as const, item },
        ...{ received: false, channel: 'voice' as const, purpose: null },
      };
      expect(judgeTelling({ ...asked, grants: [grant()] }).against.map(({ rule }) => rule)).toContain('D-13');
      const { cited, against } = judgeTelling({ ...asked, grants: [] });
      expect([cited, against.map(({ rule }) => rule)]).toEqual([null, ['D-03']]);
    }
  });
});
