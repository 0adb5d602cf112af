import { obligationsInWords, obligationsOf, obligationsUnder } from '../../src/disclosure/rules/obligations';
import type { GrantObligations } from '../../src/disclosure/rules/vocabulary';
import { grant } from '../cases/question';
import { NOON } from '../cases/question';

const DAY = 86_400_000;
const everything = {
  permitted_purposes: ['network_defence', 'statistics'],
  prohibited_purposes: ['public_attribution'],
  onward_sharing: 'own_constituents',
  retention_days: 90,
  breach_notice_hours: 24,
} as const;
const KEEP = { language: 'en', text: 'Keep.' };
const BEHALTEN = { language: 'de', text: 'Behalten.' };
const OPEN = { label: 'AMBER', level: 'Open' };
const under = (obligations: object) => obligationsOf({ obligations, clause: 'Art. 7' }, NOON);

describe('the obligations of a grant', () => {
  it('each have a rule, the clause, and words, in one order', () => {
    expect(under(everything)).toEqual([
      {
        ...{ rule: 'O-01', term: 'permitted_purposes', value: ['network_defence', 'statistics'] },
        ...{ clause: 'Art. 7', says: 'It is used for network defence, statistics only.', due: null },
      },
      {
        ...{ rule: 'O-02', term: 'prohibited_purposes', value: ['public_attribution'] },
        ...{ clause: 'Art. 7', says: 'It is not used for public attribution.', due: null },
      },
      {
        ...{ rule: 'O-03', term: 'onward_sharing', value: 'own_constituents' },
        ...{ clause: 'Art. 7', says: 'It is passed on to own constituents only.', due: null },
      },
      {
        ...{ rule: 'O-04', term: 'retention_days', value: 90 },
        ...{ clause: 'Art. 7', says: 'It is destroyed within 90 days.', due: NOON + 90 * DAY },
      },
      {
        ...{ rule: 'O-05', term: 'breach_notice_hours', value: 24, clause: 'Art. 7', due: null },
        says: 'The originator is told of a loss or misuse within 24 hours.',
      },
    ]);
  });
  it('are in the same order however they were said', () => {
    const reversed = Object.fromEntries(Object.entries(everything).reverse());
    expect(under(reversed)).toEqual(under(everything));
  });
  it('say of each way of passing on what it is', () => {
    expect(
      (['none', 'own_constituents', 'with_prior_written_consent'] as const).map((onward_sharing) =>
        obligationsInWords({ onward_sharing }).join(' '),
      ),
    ).toEqual([
      'It is passed on to nobody.',
      'It is passed on to own constituents only.',
      'It is passed on only with the prior written consent of the originator.',
    ]);
  });
  it('say of what is watched over how and until when', () => {
    const hours = { zone: 'Asia/Karachi', days: ['mon', 'tue'], from: '09:00', until: '17:00' } as const;
    expect(
      obligationsInWords({
        acknowledge_within: { minutes: 1500, by_severity: { critical: 30, high: 61 } },
        destruction: { means: 'return', certificate: true, logs_exempt: false },
        legal_hold: 'either',
        compelled_disclosure: 'notify_before',
        post_termination: { rule: 'destroy', days: 30 },
      }),
    ).toEqual([
      'Its arrival is acknowledged within 1 day 1 hour, 30 minutes with severity critical, 1 hour 1 minute with severity high around the clock.',
      'What may no longer be kept is done away with by returning it, with a certificate; logs and backups are not exempt.',
      'Either side may hold destruction for legal reasons.',
      'The originator is told before it is disclosed to a court or an authority that compels to it.',
      'It is destroyed within 30 days after the end of the agreement.',
    ]);
    expect(
      obligationsInWords({
        acknowledge_within: { minutes: 90, working_hours: { ...hours, holidays: ['2026-03-23'] } },
        post_termination: { rule: 'keep_under_terms' },
      }),
    ).toEqual([
      'Its arrival is acknowledged within 1 h 30 min of working time (mon, tue, 09:00 to 17:00, Asia/Karachi, but for 1 holiday).',
      'After the end of the agreement it is kept under its terms.',
    ]);
  });
  it('say how it is handled, texts and words of the specifications as they stand', () => {
    expect(
      obligationsInWords({
        marking: [{ language: 'en', text: 'Keep.' }],
        ...{ encryption_in_transit: 'must', encryption_at_rest: 'may' },
        permitted_actions: 'CONTACT FOR INSTRUCTION',
        affected_party_notice: 'via_originator',
        access: { need_to_know: true, nationality: ['CN', 'PK'], contractors_bound: true },
        classification_map: [{ label: 'AMBER', level: 'Restricted' }],
      }),
    ).toEqual([
      'Every document bears: “Keep.” (en).',
      'It is sent encrypted only.',
      'It may be kept without being encrypted.',
      'Actions permitted with it (IEP 2.0): CONTACT FOR INSTRUCTION.',
      'Whom it affects is told by the originator alone.',
      'Persons have it who need to know and who are citizens of CN, PK. Contractors are bound to these terms before they have it.',
      "It is held at the recipient's national level: TLP:AMBER at “Restricted”; what has no level there, at the next stricter one.",
    ]);
  });

  it.each<[keyof GrantObligations, unknown, unknown, unknown[]]>([
    ['permitted_actions', 'EXTERNALLY VISIBLE DIRECT ACTIONS', 'NONE', ['NONE']],
    ['affected_party_notice', 'via_originator', 'must_not', ['must_not']],
    ['encryption_at_rest', 'must', 'may', ['must']],
    [
      'access',
      { need_to_know: true },
      { need_to_know: true, nationality: ['PK'] },
      [{ need_to_know: true, nationality: ['PK'] }],
    ],
    [
      'access',
      { named_persons: true },
      { need_to_know: true },
      [{ named_persons: true }, { need_to_know: true }],
    ],
    ['access', { nationality: ['PK'] }, { nationality: ['CN', 'PK'] }, [{ nationality: ['PK'] }]],
    ['marking', [KEEP], [KEEP, BEHALTEN], [[KEEP, BEHALTEN]]],
    ['marking', [KEEP], [BEHALTEN], [[KEEP], [BEHALTEN]]],
    ['classification_map', [OPEN], [OPEN], [[OPEN]]],
  ])('of %s the strictest holds where an instrument below speaks of it too', (term, above, below, left) => {
    const facts = (obligations: object, clause: string) => ({ ...grant({ obligations }), clause });
    const child = { ...facts({ [term]: below }, 'Annex'), under: [] };
    const found = obligationsUnder(facts({ [term]: above }, 'Art. 7'), [child], NOON);
    expect(found.map(({ value }) => value)).toEqual(left);
  });

  it('are none where nothing is said, and where there is no grant', () => {
    expect([under({}), obligationsOf(null, NOON), obligationsInWords({})]).toEqual([[], [], []]);
  });
});
