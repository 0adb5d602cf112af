/** What advisories, cases, reports, requests, organizations and national rules refuse. */
export const itemFaults = {
  'organization/handle-taken': 'Another organization has this handle. Choose another.',
  'organization/no-constituents': 'Only a national CERT has constituents. Ask that to add it.',
  'organization/not-yours': 'It is not your organization. Ask its administrators.',
  'organization/name-taken': 'Another organization has this name. Choose one that tells them apart.',
  'organization/namespace-set': 'The organization has a namespace already, and it never changes.',
  'organization/namespace-taken': 'Another organization has this namespace. Take an address of your own.',
  'organization/not-mergeable':
    'The organizations cannot be merged: rights rest on them. End their agreements, cases and reports first.',
  'organization/would-widen':
    'The merger would change what somebody may see. End first what lets them see it.',
  'profile/changed':
    'Somebody has changed the profile since you have read it. Read it again and send your change anew.',
  'contact/changed': 'Somebody has changed the contact since you have read it. Read it again.',
  'contact/own-entry': 'You entered this contact yourself. Somebody else has to verify it.',
  'contact/too-many': 'The organization has as many contacts as it may have. Remove one that is not used.',
  'key/already-kept': 'This copy of the key is kept already. Nothing is left to do.',
  'key/revoked': 'The key was revoked, and that is final. Make a new key and send that.',
  'key/too-many': 'The organization keeps as many OpenPGP keys as it may. Remove one that is not used.',
  'overlay/not-a-cert': 'Your organization is no national CERT. Ask that of your country to record it.',
  'overlay/changed': 'There is a later version of the national rules. Read it, then build on it.',
  'overlay/second-person': 'You recorded this version yourself. Another liaison officer has to confirm it.',
  'overlay/counts-already': 'This version counts already. Nothing is left to do.',
  'overlay/followed': 'A later version was recorded. Confirm that one.',
  'item/changed': 'Somebody has made a later version. Read it again and work on the latest.',
  'item/unchanged': 'Nothing in this differs from the version before. Change something, or leave it.',
  'item/withdrawn': 'It is withdrawn, and that is final. Make a new one instead.',
  'item/not-released': 'It was never released, so nobody has it and there is nothing to take back.',
  'release/author': 'You wrote a part of this version yourself. Another releaser has to release it.',
  'release/unlabelled':
    'Labels are missing, and they decide who gets it. Set those that are marked, in a new version.',
  'release/red':
    'TLP:RED goes to named persons only, and nobody is named. Name the duty officers in a new version.',
  'release/not-clear':
    'Only TLP:CLEAR is released to the public. Release it to the teams that its labels admit.',
  'release/third-party':
    'The content is another publisher’s and not CLEAR. Record the publisher’s consent and have it confirmed first.',
  'release/national-overlay':
    'The law of your country bars this from the public. Release it to teams instead; the same law may withhold it from them, too.',
  'release/already': 'This version is released already. To change it, make a new version.',
  'release/withdrawn': 'It is withdrawn, so no version of it is released. Make a new one instead.',
  'release/embargo':
    'The embargo would hide what an earlier version has shown. End it no later than that version’s.',
  'advisory/no-csaf':
    'There is no CSAF document of this advisory now: it needs a TLP label and a publisher with a namespace.',
  'advisory/draft-status':
    'The imported document calls itself a draft. Import the interim or final version when it is out.',
  'advisory/csaf-invalid':
    'The CSAF document that would leave breaks rules of CSAF. Mend what is listed, in a new version.',
  'csaf/invalid':
    'The document is not valid CSAF and was not imported. Mend what is listed, or tell its publisher.',
  'case/not-national-cert': 'Cases are opened by national CERTs. File a report with yours instead.',
  'report/no-recipient': 'Your organization has nobody to report to. A national CERT opens a case itself.',
  'report/not-recipient':
    'Only the recipient of a report answers it. To add something, file a report that follows it.',
  'request/no-agreement':
    'No agreement is in force under which that team shares with yours. Ask your liaison officer.',
  'request/not-addressee': 'Only the team that the request went to answers it. To end your own, close it.',
  'request/not-requester':
    'Only the team that made the request closes it. To end one that came to you, refuse it.',
  'request/over': 'The request is closed, refused or lapsed. Who still needs something makes a new one.',
  'request/answered-already': 'The request was answered with this before. Nothing is left to do.',
  'consent/not-third-party': 'It holds no content of another publisher, so no consent is needed. Release it.',
  'release/emergency-nobody':
    'No terms in force let one person release it alone to anybody who might get it. Have a second person release it.',
  'emergency/second-person': 'You released it alone. Another person has to review it.',
  'emergency/author': 'You are an author of this version. Somebody else has to confirm its release.',
  'emergency/reviewed': 'It is reviewed already. Nothing is left to do.',
  'standing-rule/second-person': 'You proposed this rule. Another releaser has to confirm it.',
  'standing-rule/not-open': 'The rule is confirmed already, or over. Read it again.',
  'standing-rule/not-in-force':
    'The rule lets nothing go: it waits for its second person, or is over. Choose another rule, or ask a releaser.',
  'standing-rule/authors':
    'Both who approved the rule are authors of this version. Ask another releaser to release it.',
  'standing-rule/out-of-bounds':
    'The rule does not let this version go. What it breaks stands at the fields; a releaser may release it.',
  'witness/known': 'This key is a witness’s already. Choose another.',
  'witness/ended': 'This witness cosigns no more. Nothing is left to do.',
  'witness/too-many': 'Your organization has as many witnesses as it may. End one first.',
  'approval/author': 'You are an author of this version. Somebody else has to approve it.',
  'approval/already': 'You, or that ministry, have approved this version already. Nothing is left to do.',
  'approval/confirmed': 'The approval needs no confirmation, or has it already.',
  'approval/second-person': 'You recorded this approval yourself. Somebody else has to confirm it.',
  'approval/liaison': 'What a ministry approved is recorded by a liaison officer.',
  'approval/duty-officer': 'Only a duty officer approves as one.',
  'consent/second-person': 'You recorded this consent yourself. Somebody else has to confirm it.',
  'consent/confirmed': 'The consent is confirmed already. Nothing is left to do.',
  'consent/revoked': 'The consent was revoked, and that is final. Record a new one if there is one.',
  'consent/lapsed': 'The consent has lapsed. Record a new one and have it confirmed.',
  'passing-on/public': 'Everybody may read it, your constituents too. Point them to it.',
  'passing-on/out-of-reach':
    'It may not reach this constituent under its label and terms. Leave it, or ask its originator.',
  'passing-on/ended': 'It is not passed on any more. To pass it on again, begin anew.',
} as const;
