import type { Question } from './question';
import type { Verdict } from './verdict';

type Weighed = (question: Question) => Readonly<Record<string, unknown>>;

/** What rules weigh of the question besides what their verdicts carry. Asked for by owners only: it names persons. */
const WEIGHED: Readonly<Record<string, Weighed>> = {
  'D-01': ({ reader, item }) => ({ reader, owner: item.owner }),
  'D-13': ({ item }) => ({ released_by: item.release?.by ?? [], authors: item.authors }),
  'D-14': ({ at, item }) => ({ at, until: item.embargoUntil }),
  'D-15': ({ reader, item: { audience } }) => ({
    reader,
    partners: audience.any,
    include: audience.include,
    exclude: audience.exclude,
  }),
  'D-16': ({ at, person, item: { tlp, named } }) =>
    tlp === 'RED' ? { at, person, named: named.map((one) => one.person) } : {},
  'D-17': ({ item }) => ({ third_party: item.thirdParty }),
  'D-18': ({ item }) => ({ own_overlay: item.overlay?.number ?? null }),
  'D-20': ({ reader }) => ({ reader }),
  'D-19': ({ at, item }) => ({
    at,
    released_at: item.release?.at ?? null,
    superseded_at: item.release?.supersededAt ?? null,
    withdrawn_at: item.withdrawnAt,
  }),
  'D-21': ({ subject }) => ({ subject }),
};

/** Another side's national rules are its own: of them an owner hears that they withhold, and not what they are. */
const toldTo = ({ rule, compared }: Verdict): Verdict['compared'] =>
  rule === 'D-18' && compared.side === 'recipient' ? { side: compared.side } : compared;

/** All that a rule compared: what its verdict carries, and what it weighed of the question beside it. */
export const comparedInFull = (verdict: Verdict, question: Question): Record<string, unknown> => ({
  ...WEIGHED[verdict.rule]?.(question),
  ...toldTo(verdict),
});
