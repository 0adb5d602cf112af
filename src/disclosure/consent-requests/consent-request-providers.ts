import { AnswerConsentRequest } from './answer-consent-request';
import { AskConsent } from './ask-consent';
import { AwaitedConsents } from './awaited-consents';
import { ConsentRequestDesk } from './consent-request-desk';
import { ConsentRequestLog } from './consent-request-log';
import { ConsentRequestsStore } from './consent-requests.store';
import { DerivedItems } from './derived-items';
import { EndConsentRequest } from './end-consent-request';
import { HeldItems } from './held-items';
import { ReadConsentRequests } from './read-consent-requests';

/** What asks originators for consent, answers and ends that. */
export const consentRequestProviders = [
  AnswerConsentRequest,
  AskConsent,
  AwaitedConsents,
  ConsentRequestDesk,
  ConsentRequestLog,
  ConsentRequestsStore,
  DerivedItems,
  EndConsentRequest,
  HeldItems,
  ReadConsentRequests,
];
