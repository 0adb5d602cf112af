import { instant, moment, type Written } from './case-instants';
import type { GivenOfficer, GivenVerification } from './given-world';

export interface WrittenVerification {
  by: string;
  person: string;
  verified: Written;
  recorded?: Written;
  until: Written;
  revoked?: Written;
}
/** `cncert-duty-officer` is one of cncert. */
export const officer = (person: string): GivenOfficer => ({
  person,
  of: person.slice(0, person.indexOf('-')),
});

export const verificationOf = (written: WrittenVerification): GivenVerification => ({
  ...officer(written.person),
  by: written.by,
  verified: instant(written.verified),
  ...(written.recorded !== undefined && { recorded: instant(written.recorded) }),
  until: instant(written.until),
  ended: moment(written.revoked),
});
