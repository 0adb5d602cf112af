import { versioned } from '../platform/conditional/versioned';
import type { AgreementView } from './agreement-view';
import { ShowAgreement } from './show-agreement';

/**
 * The instant of reading is no part of the agreement; with it no two readings would be alike. Nor is how far releases
 * have been matched, or what stands above and below it: whoever decides on what she read is not to be refused because
 * that went on.
 */
function onRecord(view: AgreementView): object {
  const { state, terms, children: _below, conflicts: _with, ...rest } = view;
  const { at: _at, ...stable } = state;
  return { ...rest, terms: terms.map(({ matching: _matching, ...one }) => one), state: stable };
}

/** On routes that read or change an agreement: its entity tags are over what the caller's side reads of it. */
export const VersionedAgreement = versioned({
  kind: 'agreement',
  named: ['reference'],
  reader: ShowAgreement,
  read: (show, reference) => show.byReference(reference),
  stable: onRecord,
});
