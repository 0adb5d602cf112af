import { type WordsByCode, words } from '../problem';

/** Approvals that the terms of partners require beside a release. */
export const APPROVAL_WORDS: WordsByCode = {
  'approval/author': words(
    'You are an author of this version.',
    'What leaves is approved by somebody who did not write it.',
    'Ask another duty officer, or another liaison officer, to approve it.',
  ),
  'release/emergency-nobody': words(
    'No terms in force let one person alone release this to anybody.',
    'An agreement has to say up to which marking one person may release alone in an emergency.',
    'Ask a releaser who is no author of the version to release it.',
  ),
  'emergency/second-person': words(
    'You released it alone yourself.',
    'What one person released alone is reviewed by another.',
    'Ask another releaser or duty officer of your organization to review it.',
  ),
  'emergency/author': words(
    'You are an author of this version.',
    'What one person released alone is confirmed by somebody who neither wrote nor released it.',
    'Ask another releaser or duty officer to confirm it. You may withdraw it.',
  ),
  'emergency/reviewed': words(
    'It is reviewed already.',
    'What one person released alone is reviewed once.',
    'Nothing is left to do.',
  ),
  'witness/known': words(
    'This key is a witness’s already.',
    'A witness is known by its key, and each key is added once.',
    'Let accord witness make another key, and add that.',
  ),
  'witness/too-many': words(
    'Your organization has as many witnesses as it may.',
    'All their cosignatures stand below each head, which has room for only so many.',
    'End one of them first.',
  ),
  'witness/ended': words(
    'This witness cosigns no more.',
    'A witness is ended once.',
    'Nothing is left to do.',
  ),
  'standing-rule/second-person': words(
    'You proposed this standing rule yourself.',
    'What goes without a second person each time is let go beforehand by two.',
    'Ask another releaser of your organization to confirm it.',
  ),
  'standing-rule/not-open': words(
    'The standing rule is confirmed already, or over.',
    'A rule is confirmed once, and ended once.',
    'Read it again. If it is over, propose a new one.',
  ),
  'standing-rule/not-in-force': words(
    'The standing rule lets nothing go.',
    'It waits for its second person, has expired, was ended, or one of the two who approved it is no releaser any more.',
    'Choose another rule, propose one, or ask a releaser to release the version.',
  ),
  'standing-rule/authors': words(
    'Both who approved the standing rule are authors of this version.',
    'What leaves is let go by somebody who did not write it.',
    'Ask another releaser to release it.',
  ),
  'standing-rule/out-of-bounds': words(
    'The standing rule does not let this version go.',
    'A rule is bounded by types, marking, partners and volume, of the item and of each of its parts.',
    'Look at what is listed under errors. Change the handling, or ask a releaser to release the version.',
  ),
  'approval/already': words(
    'You, or that ministry, have approved this version already.',
    'Each duty officer and each ministry approves a version once.',
    'Nothing is left to do.',
  ),
  'approval/confirmed': words(
    'The approval needs no confirmation, or has it already.',
    'What a ministry approved is confirmed once, and what a duty officer approves needs no second person.',
    'Nothing is left to do.',
  ),
  'approval/second-person': words(
    'You recorded this approval yourself.',
    'What is recorded on behalf of a ministry is looked at by two people.',
    'Ask another liaison officer or a releaser of your organization to confirm it.',
  ),
  'approval/liaison': words(
    'You are no liaison officer.',
    'What a ministry approved is recorded on its behalf by a liaison officer, with evidence.',
    'Ask a liaison officer of your organization to record it.',
  ),
  'approval/duty-officer': words(
    'You are no duty officer.',
    'A duty officer approves for herself, and nobody for her.',
    'Ask a duty officer of your organization to approve it.',
  ),
};
