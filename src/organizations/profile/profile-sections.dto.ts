import { OptionalLine, OptionalText } from '../fields';

/** RFC 2350, section 1, as far as it is not known from the versions themselves. */
export class DocumentSection {
  @OptionalText(2000, '1.2 Distribution list for notifications of changes') distribution_list?: string;
  @OptionalText(2000, '1.3 Locations where this document may be found') locations?: string;
}

/** RFC 2350, section 2, besides the contacts and keys that are kept for themselves. */
export class ContactSection {
  @OptionalText(1000, '2.2 Postal address') address?: string;
  @OptionalLine(100, '2.5 Facsimile number') facsimile?: string;
  @OptionalText(2000, '2.6 Other telecommunication') other_telecommunication?: string;
  @OptionalText(4000, '2.8 What is to be said about keys and encryption, besides the keys')
  encryption?: string;
  @OptionalText(4000, '2.9 Team members') team_members?: string;
  @OptionalText(4000, '2.10 Other information') other_information?: string;
  @OptionalText(4000, '2.11 Points of customer contact') points_of_customer_contact?: string;
}

/** RFC 2350, section 3. */
export class CharterSection {
  @OptionalText(8000, '3.1 Mission statement') mission?: string;
  @OptionalText(8000, '3.2 Constituency') constituency?: string;
  @OptionalText(4000, '3.3 Sponsorship or affiliation') affiliation?: string;
  @OptionalText(8000, '3.4 Authority') authority?: string;
}

/** RFC 2350, section 4. */
export class PoliciesSection {
  @OptionalText(8000, '4.1 Types of incidents and level of support') incident_types?: string;
  @OptionalText(8000, '4.2 Co-operation, interaction and disclosure of information')
  cooperation_and_disclosure?: string;
  @OptionalText(8000, '4.3 Communication and authentication') communication_and_authentication?: string;
}

/** RFC 2350, section 5. */
export class ServicesSection {
  @OptionalText(4000, '5.1.1 Incident triage') incident_triage?: string;
  @OptionalText(4000, '5.1.2 Incident coordination') incident_coordination?: string;
  @OptionalText(4000, '5.1.3 Incident resolution') incident_resolution?: string;
  @OptionalText(8000, '5.2 Proactive activities') proactive_activities?: string;
}
