import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { notShown } from '../../../src/portal/agreements/drafting/form/fill';
import type { GroupField } from '../../../src/portal/agreements/drafting/form/field';
import { TermsForm } from '../../../src/portal/agreements/drafting/form/terms-form';
import { TERMS_FORM } from '../../../src/portal/agreements/drafting/form/whole-terms';
import {
  beginWith,
  unreadable,
  type Written,
  writtenIn,
} from '../../../src/portal/agreements/drafting/form/written';
import { say } from '../../../src/portal/messages/catalogue';
import type { Language } from '../../../src/portal/messages/locales';
import type { Screen } from '../../../src/portal/screen/screen';
import { Form } from '../../../src/portal/screen/screens';
import { arbitraryTerms } from '../../agreements/arbitrary-terms';
import { controlsIn, type Sent } from './form-controls';

const zone = 'Asia/Karachi';
const screen = (language: Language): Screen =>
  ({ language, zone, t: (key, values) => say(language, key, values) }) as Screen;
const telling = (language: Language) => ({
  language,
  t: screen(language).t,
  nameOf: (handle: string) => handle,
  instantOf: (instant: string) => instant,
});
const pageOf = (written: Written, language: Language = 'en'): string =>
  renderToString(TermsForm({ screen: screen(language), telling: telling(language), teams: [], written }));
const sentAgain = (sent: Sent, form: GroupField = TERMS_FORM): Written =>
  writtenIn(new Form(sent), { form, zone });
const form = { form: TERMS_FORM, zone };

/** Terms with their lists of words in one order, as lists of words are sets. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? value.toSorted() : value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one)]));
}

/** Terms as the web API takes them. */
const inputs = arbitraryTerms.map(({ accord: _, agreement: _a, kind: _k, parties: _p, ...terms }) => {
  const { expires_at: end, ...rest } = JSON.parse(JSON.stringify(terms)) as Record<string, unknown>;
  const { grants } = rest as { grants: { obligations?: object }[] };
  for (const grant of grants) if (Object.keys(grant.obligations ?? {}).length === 0) delete grant.obligations;
  return { ...rest, ...(end !== null && { expires_at: end }) };
});

describe('the form of terms', () => {
  it('sends back, as a browser does, whatever terms it is shown', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom<Language>('en', 'ur', 'zh'), (terms, language) => {
        const begun = beginWith(form, terms);
        expect([begun.as, begun.notShown]).toEqual(['form', undefined]);
        const again = sentAgain(controlsIn(pageOf(begun, language)));
        expect(unreadable(again)).toBeUndefined();
        expect(sorted(again.value)).toEqual(sorted(terms));
      }),
      { numRuns: 60 },
    );
  });

  it('means the same as JSON, and is led from one to the other without a loss', () => {
    fc.assert(
      fc.property(inputs, (terms) => {
        const sent = controlsIn(pageOf(beginWith(form, terms)));
        const json = sentAgain({ ...sent, act: ['json'] });
        expect([json.as, sorted(json.value)]).toEqual(['json', sorted(terms)]);
        const back = sentAgain({ ...controlsIn(pageOf(json)), act: ['form'] });
        expect([back.as, sorted(back.value)]).toEqual(['form', sorted(terms)]);
      }),
      { numRuns: 30 },
    );
  });

  const grant = {
    ...{ from: 'pkcert', to: 'cncert', clause: 'Art. 1', categories: 'any', sectors: ['energy'] },
    information_types: [{ type: 'indicator', tlp_ceiling: 'GREEN' }],
  };
  it.each<[string, object, string]>([
    ['a term that it does not know', { grants: [{ ...grant, moon_phase: 'full' }] }, 'grants.0.moon_phase'],
    ['a list in place of a word', { grants: [{ ...grant, nexus: ['any'] }] }, 'grants.0.nexus'],
    ['a number as a text', { grants: [], notice_days: '30' }, 'notice_days'],
    ['an instant that is none', { grants: [], expires_at: 'soon' }, 'expires_at'],
    ['a clause of two lines', { grants: [{ ...grant, clause: 'Art. 1\nArt. 2' }] }, 'grants.0.clause'],
    ['a word named twice', { grants: [{ ...grant, sectors: ['energy', 'energy'] }] }, 'grants.0.sectors.1'],
    ['an empty object', { grants: [{ ...grant, obligations: { access: {} } }] }, 'grants.0.obligations'],
    ['no list of grants', { grants: 'any' }, 'grants'],
    ['more grants than it shows', { grants: Array.from({ length: 41 }, () => grant) }, 'grants.40'],
  ])('leaves as JSON what it cannot show, and says where: %s', (_, terms, where) => {
    const written = beginWith(form, terms);
    expect([written.as, written.value]).toEqual(['json', terms]);
    expect(written.notShown).toBe(where);
    expect(pageOf(written)).toContain('The form cannot show all of these terms');
    expect(notShown(zone, TERMS_FORM, terms)).toBe(written.notShown);
  });

  it('shows a word that it does not know as it stands, for the web API to refuse', () => {
    const terms = { grants: [{ ...grant, nexus: 'moon', channels: ['rest', 'pigeon'], sectors: ['sea'] }] };
    const again = sentAgain(controlsIn(pageOf(beginWith(form, terms))));
    expect(sorted(again.value)).toEqual(sorted(terms));
  });

  it('keeps an instant to the millisecond as long as nobody touches it', () => {
    const terms = {
      expires_at: '2027-06-30T12:00:59.123Z',
      grants: [{ ...grant, reach_back: '2026-01-01' }],
    };
    const sent = controlsIn(pageOf(beginWith(form, terms)));
    expect(sent['terms.expires_at']).toEqual(['2027-06-30T17:00']);
    expect(sentAgain(sent).value).toEqual(terms);
    const touched = { ...sent, 'terms.expires_at': ['2027-06-30T18:00'] };
    expect(sentAgain(touched).value).toMatchObject({ expires_at: '2027-06-30T13:00:00.000Z' });
  });
});

describe('what is typed into it', () => {
  const sent = (more: Sent): Sent => ({
    'terms.grants.count': ['1'],
    'terms.grants.0.from': ['pkcert'],
    ...more,
  });
  const grantIn = ({ value }: Written) => (value as { grants: Record<string, unknown>[] }).grants[0]!;

  it('says “any” only where that is chosen; a list without anything is an empty one', () => {
    for (const term of ['categories', 'sectors', 'channels']) {
      const name = `terms.grants.0.${term}`;
      expect(grantIn(sentAgain(sent({})))[term]).toBeUndefined();
      expect(grantIn(sentAgain(sent({ [name]: ['any'] })))[term]).toBe('any');
      expect(grantIn(sentAgain(sent({ [name]: ['these'] })))[term]).toEqual([]);
    }
    expect(sentAgain({}).value).toBeUndefined();
    expect(sentAgain({ 'terms.grants.count': ['0'] }).value).toEqual({ grants: [] });
  });

  it('is refused where a word is chosen and something else filled in, and shown as it was typed', () => {
    const contradiction = sent({
      'terms.grants.0.sectors': ['any'],
      'terms.grants.0.sectors.these': ['energy', 'water'],
      'terms.notice_days': ['a month'],
    });
    const written = sentAgain(contradiction);
    expect(unreadable(written)).toMatchObject({
      refused: { problem: { errors: [{ field: 'terms.grants.0.sectors', rule: 'choose_one' }] } },
    });
    expect(controlsIn(pageOf(written))).toMatchObject(contradiction);
    expect(sentAgain({ ...contradiction, act: ['json'] })).toMatchObject({ as: 'form', acted: false });
  });

  it('gets a row more, a row less, the opposite direction, each with all that was typed', () => {
    const two = sent({
      'terms.grants.0.to': ['cncert'],
      'terms.grants.0.information_types.count': ['2'],
      'terms.grants.0.information_types.0.type': ['indicator'],
      'terms.grants.0.information_types.1.type': ['statistics'],
    });
    const types = (written: Written, row = 0) => {
      const { grants } = written.value as { grants: { information_types: { type?: string }[] }[] };
      return grants[row]!.information_types.map(({ type }) => type);
    };
    const list = 'terms.grants.0.information_types';
    expect(types(sentAgain({ ...two, act: [`add ${list}`] }))).toEqual([
      'indicator',
      'statistics',
      undefined,
    ]);
    expect(types(sentAgain({ ...two, act: [`remove ${list}.0`] }))).toEqual(['statistics']);
    const opposite = sentAgain({ ...two, act: ['opposite terms.grants.0'] });
    expect(opposite.value).toMatchObject({ grants: [{ from: 'pkcert' }, { from: 'cncert', to: 'pkcert' }] });
    expect(types(opposite, 1)).toEqual(['indicator', 'statistics']);
    const without = sentAgain({ ...controlsIn(pageOf(opposite)), act: ['remove terms.grants.0'] });
    expect(without.value).toMatchObject({ grants: [{ from: 'cncert', to: 'pkcert' }] });
    expect(pageOf(sentAgain({ ...two, act: ['add terms.grants'] }))).toMatch(
      /<select[^>]*name="terms.grants.1.from"[^>]*autofocus/,
    );
  });

  it('loses a row in which nothing is said, and never a grant', () => {
    const written = sentAgain(
      sent({
        'terms.grants.count': ['2'],
        'terms.grants.0.information_types.count': ['2'],
        'terms.grants.0.information_types.1.type': ['indicator'],
      }),
    );
    expect(written.value).toEqual({
      grants: [{ from: 'pkcert', information_types: [{ type: 'indicator' }] }, {}],
    });
    expect(controlsIn(pageOf(written))['terms.grants.0.information_types.count']).toEqual(['1']);
  });
});
