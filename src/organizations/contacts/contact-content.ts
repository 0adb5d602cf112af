import type { ContactBody } from './contacts.dto';
import type { ContactContent } from './contacts.store';

/** A contact as it is stored, of what was given and of what was left out. */
export const contentOf = (given: ContactBody): ContactContent => ({
  role: given.role,
  name: given.name ?? null,
  email: given.email,
  telephone: given.telephone ?? null,
  hours: given.hours ?? null,
  languages: given.languages ?? [],
  emergency: given.emergency ?? false,
});
