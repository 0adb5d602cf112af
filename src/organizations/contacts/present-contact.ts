import { verificationAt } from '../rules/contact';
import type { ContactVerification, ContactVersion } from './contact-history.store';
import type { ContactVersionView, ContactView, ContactVerificationView } from './contacts.view';
import type { Contact, ContactContent } from './contacts.store';

const fields = ({
  version,
  role,
  name,
  email,
  telephone,
  hours,
  languages,
  emergency,
  at,
}: ContactContent & { version: number; at: Date }) => ({
  version,
  role,
  name,
  email,
  telephone,
  hours,
  languages,
  emergency,
  updated_at: at.toISOString(),
});

/** @param at the instant at which the verification is judged */
export const presentContact = (contact: Contact, at: Date): ContactView => ({
  id: contact.id,
  ...fields(contact),
  verification: verificationAt(at, contact.lapses_at),
  verified_at: contact.verified_at?.toISOString() ?? null,
  verification_lapses_at: contact.lapses_at?.toISOString() ?? null,
});

export const presentContactVersion = (version: ContactVersion): ContactVersionView => ({
  ...fields(version),
  recorded_by: { id: version.recorded_by, name: version.recorded_by_name },
});

export const presentVerification = (found: ContactVerification): ContactVerificationView => ({
  version: found.version,
  email: found.email,
  telephone: found.telephone,
  method: found.method,
  note: found.note,
  at: found.at.toISOString(),
  recorded_by: { id: found.recorded_by, name: found.recorded_by_name },
});
