/** Terms of how what is disclosed is handled, as sentences. Words of IEP 2.0 and labels stand as they are written. */
export const handling = {
  markingOpen: 'No text has to stand on documents.',
  marking: 'On every document stands: {list}.',
  transitOpen: 'Whether it has to be encrypted when it is sent to {to} is not said.',
  transit_must:
    'It is sent to {to} encrypted only: not by telephone, unless the line is known to be encrypted.',
  transit_may: 'It may be sent to {to} without being encrypted.',
  restOpen: 'Whether {to} has to keep it encrypted is not said.',
  rest_must: '{to} keeps it encrypted.',
  rest_may: '{to} may keep it without encrypting it.',
  actionsOpen: 'What {to} may do with it is not limited beyond its PAP.',
  actions_NONE: '{to} does nothing with it (IEP: {word}).',
  'actions_CONTACT FOR INSTRUCTION': '{to} asks {from} before it does anything with it (IEP: {word}).',
  'actions_INTERNALLY VISIBLE ACTIONS':
    '{to} does with it only what is seen in its own networks alone (IEP: {word}).',
  'actions_EXTERNALLY VISIBLE INDIRECT ACTIONS':
    '{to} may do with it what others see indirectly, not what reaches the adversary itself (IEP: {word}).',
  'actions_EXTERNALLY VISIBLE DIRECT ACTIONS':
    '{to} may do with it also what the adversary sees directly (IEP: {word}).',
  partyOpen: 'Whether {to} may tell whom it affects is not said.',
  party_must_not: '{to} does not tell whom it affects.',
  party_via_originator: '{to} tells whom it affects through {from} alone.',
  party_may: '{to} may tell whom it affects.',
  accessOpen: 'Who at {to} may have it is not said.',
  access: 'Of {to}, it is only for: {list}.',
  access_need_to_know: 'who needs to know',
  access_named_persons: 'persons of whom a list is kept',
  access_nationality: 'citizens of {countries}',
  access_contractors_bound: 'contractors only once they are bound to these terms',
  levelsOpen: 'At which national level {to} holds it is not said.',
  levels:
    '{to} holds it at its national level: {list}. What has no level there is held at the next stricter one.',
  level: 'TLP:{label} as {level}',
  heldAt: 'Your organization holds it at the national level:',
} as const;
