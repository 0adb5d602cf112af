/** What can be wrong with requests for the consent of an originator. */
export const consentFaults = {
  'consent/ask-source': 'It holds what another team shares with yours. Ask that team for its consent here.',
  'consent-request/free': 'It is TLP:CLEAR, so nobody’s consent is needed. Pass it on.',
  'consent-request/not-derived':
    'Your advisory holds nothing of another’s. Draft one from the item, or import the document.',
  'consent-request/other-source':
    'Your advisory is declared to hold another item. Draft one of its own for each source.',
  'consent-request/consent-recorded':
    'Your team recorded a consent of this source itself, and it lasts. Revoke it first, then ask.',
  'consent-request/over': 'The request is answered, closed or lapsed. Who asks may ask anew.',
  'consent-request/no-consent': 'There is no consent that lasts, so nothing is left to take back.',
  'consent-request/not-originator':
    'Only the originator of the item answers. Your team asked: it may close the request.',
  'consent-request/not-requester': 'Only the team that asked closes the request. You may refuse it.',
} as const;
