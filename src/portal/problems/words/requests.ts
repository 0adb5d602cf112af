import { type WordsByCode, words } from '../problem';

/** What any request can be answered with, whatever it is about. */
export const REQUEST_WORDS: WordsByCode = {
  'not-found': words(
    'There is nothing here, or nothing that you may see.',
    'What does not exist and what is withheld from you are answered alike, so that the answer tells nothing.',
    'Check the address. If somebody told you that it is shared with you, ask them under which agreement.',
  ),
  invalid: words(
    'The input breaks rules; each is listed under errors with its field.',
    'Nothing is stored that breaks a rule, and no field or filter that is unknown is ignored.',
    'Mend the fields that are named and send the request again.',
  ),
  malformed: words(
    'The request is not well-formed.',
    'It does not follow HTTP, so what it asks for cannot be told.',
    'Look at the tool that wrote it: usually a header or the framing of the body is broken.',
  ),
  'malformed-json': words(
    'The body is not well-formed JSON.',
    'The route takes a JSON object, and the text ends too early or breaks the grammar (RFC 8259).',
    'Check the body with a JSON parser, then send it again.',
  ),
  'malformed-path': words(
    'The path of the address is not well-formed.',
    'It holds a percent sign that encodes nothing, or bytes that are no UTF-8.',
    'Encode each part of the path before putting it together.',
  ),
  'method-not-allowed': words(
    'This address does not offer the method.',
    'It exists under other methods, which the Allow header names.',
    'Take one of these methods; the description of the API is at /api.',
  ),
  'too-large': words(
    'The body is larger than this route accepts.',
    'Bodies may have 1 MiB, documents to import 16 MiB, so that no request takes the memory of others.',
    'Send less, or divide what you send.',
  ),
  'unsupported-media-type': words(
    'The body is declared as something other than JSON.',
    'A body of another type would have to be ignored, and with it what you asked for.',
    'Send JSON with Content-Type: application/json.',
  ),
  'unsupported-encoding': words(
    'The content encoding of the body is not supported.',
    'Bodies are read plain, or compressed with gzip, deflate or br.',
    'Take one of these, or leave Content-Encoding out.',
  ),
  'unsupported-charset': words(
    'The character set of the body is not UTF-8.',
    'JSON between systems is UTF-8 (RFC 8259, section 8.1).',
    'Write the body as UTF-8.',
  ),
  'headers-too-large': words(
    'The address and the headers of the request have more than 16 KiB together.',
    'They are read before anything else, so they are bounded for everybody.',
    'Send fewer or shorter headers; what is long belongs into the body.',
  ),
  timeout: words(
    'The request did not arrive in time.',
    'A connection that only waits takes the place of others.',
    'Send the request again, in one go.',
  ),
  refused: words(
    'The request was refused before a route looked at it.',
    'A rule of HTTP was broken; the status says which family of rules.',
    'Look at the status and the detail, and mend the request.',
  ),
  'not-acceptable': words(
    'The route does not answer in any form that Accept names.',
    'Another form would not be what you asked for.',
    'Take one of the media types that the detail names, or leave Accept out.',
  ),
  'limits/exceeded': words(
    'You have sent more requests than the installation lets in.',
    'Requests are counted for each address, account and key, so that one caller does not take the place of others. RateLimit says what is left.',
    'Wait as many seconds as Retry-After says; then ask less often.',
  ),
  'limits/unavailable': words(
    'Requests cannot be counted now.',
    'Without counting, one caller could take the place of all others, so none are let in.',
    'Send the request again a few seconds later.',
  ),
  draining: words(
    'This process is stopping.',
    'It ends what it has begun and takes nothing new.',
    'Send the request again: another process answers, or this one when it is back.',
  ),
  'clock-behind': words(
    'The clock of the database has been set back, so nothing is answered.',
    'What ended since, as an agreement that was suspended, would be open again at an earlier instant.',
    'Send the request again later: all is answered once the clock has caught up. If it stays, tell the operator.',
  ),
  'question/too-long': words(
    'The answer was not found in time and was given up.',
    'A question over a whole catalogue may take a minute and no longer, so that questions do not crowd out who acts.',
    'Ask again at a quieter time. If it stays, tell the operator.',
  ),
  internal: words(
    'Something failed on our side. Nothing was changed.',
    'A fault of the installation. Every change is one transaction, and this one was rolled back.',
    'Try again. If it stays, give the operator the request id.',
  ),
  'cursor/invalid': words(
    'The cursor is not one that was given to you for this request.',
    'Cursors are bound to who got them and to the list with its filters. With a new secret of the installation all of them end.',
    'Go on with the next of the previous answer and the same parameters, or begin without a cursor.',
  ),
  'idempotency/malformed-key': words(
    'The Idempotency-Key is not one text of 1 to 255 printable ASCII characters.',
    'The key is kept and compared exactly as it was sent.',
    'Take a random UUID for each change, and send the header once.',
  ),
  'idempotency/different-request': words(
    'You have used this Idempotency-Key for another request.',
    'A key stands for one request: method, path, query and body. The first answer would be no answer to this one.',
    'Take a new key for each change. Keep it only for retries of the very same request.',
  ),
  'idempotency/secret-answer': words(
    'This route takes no Idempotency-Key.',
    'Its answer holds a secret that is shown once. It is kept nowhere, so it cannot be repeated.',
    'Leave the header out. If the answer was lost, revoke what was made and make another.',
  ),
  'idempotency/not-offered': words(
    'This route takes no Idempotency-Key.',
    'It takes what is good once, a token or the password that is changed, so a retry changes nothing more.',
    'Leave the header out. If the answer was lost, sign in to see whether it was done.',
  ),
  'precondition/failed': words(
    'The thing is no longer as you have read it.',
    'Your If-Match names another state than the present one. changed_fields says what differs.',
    'Read it again, decide anew, and send the change with the new ETag.',
  ),
  'precondition/not-offered': words(
    'This route cannot check If-Match.',
    'What it does depends on no version that you could have read, and a condition is never ignored.',
    'Leave If-Match out.',
  ),
};
