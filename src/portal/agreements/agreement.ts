import type { components } from '../../../docs/openapi';
import { inZone } from '../frame/time';
import type { Screen } from '../screen/screen';
import type { Telling } from './sentences';

type Schemas = components['schemas'];
export type Agreement = Schemas['AgreementView'];
export type AgreementSummary = Schemas['AgreementSummary'];
export type TermsVersion = Schemas['TermsView'];
export type Pause = Schemas['PauseView'];

/** Where an agreement is shown. */
export const addressOf = (reference: string): string => `/portal/agreements/${encodeURIComponent(reference)}`;

/** Names of those an agreement mentions; who is no party goes by its handle. */
export const namesIn =
  ({ parties }: Pick<AgreementSummary, 'parties'>) =>
  (handle: string): string =>
    parties.find(({ organization }) => organization === handle)?.name ?? handle;

/** What the sentences of an agreement's terms are told with. */
export const tellingOf = (screen: Screen, agreement: Pick<AgreementSummary, 'parties'>): Telling => ({
  language: screen.language,
  t: screen.t,
  nameOf: namesIn(agreement),
  instantOf: (instant) => inZone(screen, instant),
});

/** The terms that are looked at first: those in force, otherwise the newest. */
export const foremostTerms = ({ terms, state }: Agreement): TermsVersion | undefined =>
  terms.find(({ number }) => number === state.terms_version) ?? terms.at(-1);
