import { versioned } from '../platform/conditional/versioned';
import type { AgreementView } from './agreement-view';
import { ShowAgreement } from './show-agreement';

/** The instant of reading is no part of the agreement; with it no two readings would be alike. */
function withoutInstant({ state: { at: _at, ...state }, ...rest }: AgreementView): object {
  return { ...rest, state };
}

/** On routes that read or change an agreement: its entity tags are over what the caller's side reads of it. */
export const VersionedAgreement = versioned({
  kind: 'agreement',
  named: ['reference'],
  reader: ShowAgreement,
  read: (show, reference) => show.byReference(reference),
  stable: withoutInstant,
});
