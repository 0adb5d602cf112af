import { readTerms } from '../../../src/portal/agreements/drafting/read-terms';
import {
  type Grant,
  type SentenceKind,
  SENTENCES,
  type Telling,
} from '../../../src/portal/agreements/sentences';
import { say } from '../../../src/portal/messages/catalogue';
import { type Language, LANGUAGES } from '../../../src/portal/messages/locales';

const languages = Object.keys(LANGUAGES) as Language[];
const telling = (language: Language): Telling => ({
  language,
  t: (key, values) => say(language, key, values),
  nameOf: (handle) => `Team ${handle}`,
  instantOf: (instant) => instant,
});

const SAID = {
  ...{ from: 'pkcert', to: 'cncert', clause: 'Art. 4(1)' },
  information_types: [{ type: 'indicator', tlp_ceiling: 'GREEN' }],
  ...{ categories: 'any', sectors: 'any', reach_back: 'none' },
};
/** Terms as they are typed, with these besides; where they cannot be read, what is wrong. */
const typed = (change: object) => readTerms({ grants: [{ ...SAID, ...change }] });
function tell(language: Language, kind: SentenceKind, change: object): string {
  const { terms, fault } = typed(change);
  if (fault !== undefined) throw new Error(fault);
  return SENTENCES[kind](telling(language), terms.grants[0] as Grant);
}
const hours = { zone: 'Asia/Karachi', days: ['tue', 'mon'], from: '09:00', until: '17:00' };
const within = { minutes: 90, by_severity: { critical: 30 } };

describe('the sentences of service terms', () => {
  it.each(languages)('say within which time is answered, and by which clock: %s', (language) => {
    const open = tell(language, 'respond_within', {});
    const around = tell(language, 'respond_within', { respond_within: within });
    const working = tell(language, 'respond_within', { respond_within: { ...within, working_hours: hours } });
    expect(around).toContain('30');
    expect(working).toMatch(/09:00.*17:00.*Asia.Karachi/);
    expect(new Set([open, around, working]).size).toBe(3);
    for (const sentence of [open, around, working]) expect(sentence).toContain('Team pkcert');
  });
  it.each(languages)('say every how many hours a word is owed: %s', (language) => {
    const said = tell(language, 'update_interval_hours', { update_interval_hours: 36 });
    expect(said).toContain('36');
    expect(said).not.toBe(tell(language, 'update_interval_hours', {}));
  });
  it.each(languages)('say what lives on after the end, and what is hoped for: %s', (language) => {
    const survival = { purposes: 7, retention: 'indefinite' };
    const lives = tell(language, 'survival', { obligations: { survival } });
    expect(lives).toContain('7');
    expect(lives).toContain(say(language, 'owed.survives_retention'));
    expect(lives).not.toBe(tell(language, 'survival', {}));
    const hoped = tell(language, 'feedback', { obligations: { feedback: ['usefulness'] } });
    expect(hoped).toContain(say(language, 'owed.feedback_usefulness'));
    expect(hoped).not.toBe(tell(language, 'feedback', {}));
  });
  it('cannot be made of what the web API does not know', () => {
    expect(typed({ obligations: { survival: { friendship: 5 } } })).toEqual({
      fault: 'grants.0.obligations',
    });
    expect(typed({ obligations: { feedback: ['gossip'] } })).toEqual({ fault: 'grants.0.obligations' });
  });
  it('cannot be made of what is no time', () => {
    expect(typed({ respond_within: 60 })).toEqual({ fault: 'grants.0.respond_within' });
  });
});
