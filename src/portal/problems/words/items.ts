import { type WordsByCode, words } from '../problem';

/** Advisories, cases and reports: what is drafted, released and withdrawn. */
export const ITEM_WORDS: WordsByCode = {
  'item/changed': words(
    'There is a later version than the one you have read.',
    'Nobody overwrites or releases what she has not seen.',
    'Read it again and work on the latest version.',
  ),
  'item/unchanged': words(
    'Nothing in this differs from the version it is based on.',
    'A version without a change would only make others read again.',
    'Leave it, or change something.',
  ),
  'item/withdrawn': words(
    'It is withdrawn.',
    'A withdrawal is final; who received it was told.',
    'Make a new one instead.',
  ),
  'item/not-released': words(
    'It was never released, so nobody has it.',
    'There is nothing to take back from anybody.',
    'Leave it as a draft.',
  ),
  'release/author': words(
    'You are an author of this version.',
    'Nobody releases what she wrote herself: two people see what leaves.',
    'Ask another releaser.',
  ),
  'release/unlabelled': words(
    'The version is not labelled completely.',
    'The labels decide who gets it. Without all of them it is the owner’s alone.',
    'Set the labels that are named under errors, in a new version.',
  ),
  'release/red': words(
    'The version is TLP:RED and names nobody.',
    'RED goes to named duty officers only. Without a name it would be nobody’s.',
    'Name the duty officers in a new version; GET /api/v1/duty-officers lists whom you may name.',
  ),
  'release/not-clear': words(
    'Only TLP:CLEAR is released to the public.',
    'Every other label limits who may have it.',
    'Release it without public, to the teams that its handling admits.',
  ),
  'release/third-party': words(
    'The content is another publisher’s and not CLEAR.',
    'Passing it on needs its publisher’s consent, confirmed by a second person and lasting longer than now; to everybody, a consent to that.',
    'Ask a team that shares it with yours with POST /api/v1/consent-requests: the release may come before its answer. Of any other publisher, record the consent with POST /api/v1/advisories/{id}/consents and have it confirmed.',
  ),
  'release/national-overlay': words(
    'The law of your country bars this from release to the public.',
    'Your organization has recorded so in its national overlay, which names the law and the clause.',
    'Release it without public, to the teams that its handling admits; the same law may withhold it from them too.',
  ),
  'release/already': words(
    'This version is released already.',
    'Each version is released once.',
    'Nothing is left to do. To change it, make a new version.',
  ),
  'release/withdrawn': words(
    'It is withdrawn, so no version of it is released.',
    'A withdrawal is final.',
    'Make a new one instead.',
  ),
  'release/embargo': words(
    'The embargo would hide what an earlier version has shown.',
    'What is out cannot be called back by an embargo.',
    'End the embargo no later than that of the version released before.',
  ),
  'advisory/no-csaf': words(
    'There is no CSAF document of this advisory now.',
    'A document needs a TLP label and a publisher with a namespace.',
    'Set what the detail names.',
  ),
  'advisory/draft-status': words(
    'The imported document calls itself a draft.',
    'What its publisher has not finished does not leave.',
    'Import the interim or final version when it is out.',
  ),
  'advisory/csaf-invalid': words(
    'The CSAF document that would leave breaks rules of CSAF.',
    'Partners read it with their tools, so it is validated as they would get it.',
    'Mend what is listed under errors, in a new version.',
  ),
  'csaf/invalid': words(
    'The document is refused; the reasons are under errors.',
    'Only documents that are valid CSAF, and that Accord can keep to, are imported.',
    'Mend the document, or tell its publisher.',
  ),
  'case/not-national-cert': words(
    'Cases are opened by national CERTs.',
    'A sectoral CERT reports to its national CERT, which opens the case.',
    'File a report with POST /api/v1/reports.',
  ),
  'report/no-recipient': words(
    'Your organization has nobody to file a report with.',
    'Reports go from a constituent to its national CERT.',
    'A national CERT opens a case with POST /api/v1/incidents.',
  ),
  'report/not-recipient': words(
    'Only the recipient of a report answers it.',
    'The report is yours; the answer is your national CERT’s.',
    'To add something, file a report that follows it.',
  ),
  'request/no-agreement': words(
    'No agreement is in force under which that team shares with yours.',
    'A request is answered under an agreement that grants; without one there is nothing to ask under.',
    'Ask your liaison officer which agreements there are, or ask the team in another way.',
  ),
  'request/not-addressee': words(
    'Only the team that a request went to answers or refuses it.',
    'What is let go is its own.',
    'To end a request of your own, close it.',
  ),
  'request/not-requester': words(
    'Only the team that made a request closes it.',
    'Who asked says when it has what it needs.',
    'To end a request that came to you, refuse it.',
  ),
  'request/over': words(
    'The request is closed, refused or lapsed.',
    'An item goes on request only while the request is open, and an end is final.',
    'Who still needs something makes a new request.',
  ),
  'request/answered-already': words(
    'The request was answered with this item before.',
    'An item is let go once; its later versions go with it.',
    'Nothing is left to do.',
  ),
};
