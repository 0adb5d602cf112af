/** What stands below an agreement, and what it narrows. */
export const below = {
  parent: 'Stands below',
  parentHint:
    'Of an annex, an operating procedure or a case arrangement: the reference of the agreement that it narrows. What a grant leaves out is as it is there.',
  narrows:
    'It grants nothing by itself. Of the kinds of information that it names, {above} lets go only what is said here as well, while both are in force. Of others it says nothing.',
  leaves:
    'By which channels it leaves, for what it may be used, from when on and what is corrected after the end: as {above} says.',
  children: 'What stands below it',
  childrenHelp:
    'Each narrows what this agreement lets go of the kinds of information that it names, while it is in force.',
  draftBelow: 'Draft an instrument below it',
  conflicts: 'Wider than the agreement above',
  conflictsHelp:
    'The agreement above was changed. What is listed here is wider than it is there now: the stricter of both holds.',
  isWider: 'Wider in some terms: the stricter holds',
  term: 'Term',
  here: 'Here',
  there: 'Above',
} as const;
