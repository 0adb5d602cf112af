import { versioned } from '../platform/conditional/versioned';
import type { AgreementView } from './agreement-view';
import { ShowAgreement } from './show-agreement';

/**
 * The instant of reading is no part of the agreement; with it no two readings would be alike. Nor is how far releases
 * have been matched: whoever decides on what she read is not to be refused because that went on.
 */
function onRecord({ state: { at: _at, ...state }, terms, ...rest }: AgreementView): object {
  return { ...rest, terms: terms.map(({ matching: _matching, ...one }) => one), state };
}

/** On routes that read or change an agreement: its entity tags are over what the caller's side reads of it. */
export const VersionedAgreement = versioned({
  kind: 'agreement',
  named: ['reference'],
  reader: ShowAgreement,
  read: (show, reference) => show.byReference(reference),
  stable: onRecord,
});
