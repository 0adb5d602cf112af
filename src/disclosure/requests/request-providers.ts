import { AnswerRequest } from './answer-request';
import { EndRequest } from './end-request';
import { FileRequest } from './file-request';
import { Promises } from '../responding/promised';
import { ReadRequests } from './read-requests';
import { RequestDesk } from './request-desk';
import { RequestLog } from './request-log';
import { RequestsStore } from './requests.store';
import { UpdateRequest } from './update-request';

/** What asks, answers and ends requests between teams. */
export const requestProviders = [
  AnswerRequest,
  EndRequest,
  FileRequest,
  Promises,
  ReadRequests,
  RequestDesk,
  RequestLog,
  RequestsStore,
  UpdateRequest,
];
