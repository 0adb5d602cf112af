/** What labels mean, in our own words after FIRST TLP 2.0 and the PAP of MISP; what each role does; the keys. */
export const help = {
  title: 'Help',
  roles: 'Who does what',
  'role_duty-officer': 'Duty officer',
  'does_duty-officer':
    'You are the one who is reached at any hour. Under “Call and stop” stand the numbers of partners and what they may be told. You can stop what your side sends to a team at once and alone; to send again, two people are needed. What is TLP:RED reaches only you, by name, and only from those who made sure of you.',
  role_analyst: 'Analyst',
  does_analyst:
    'You answer reports, work on cases and draft advisories. What you write stays with your team until somebody else releases it.',
  role_releaser: 'Releaser',
  does_releaser:
    'You approve what leaves the country, and never what you wrote yourself. Before you release, the page shows who gets it, and what is left out for whom.',
  role_liaison: 'Liaison officer',
  does_liaison:
    'You keep agreements: draft, sign, suspend and end them, and confirm what a colleague recorded for somebody else. What an agreement does not allow is not shared.',
  role_auditor: 'Auditor',
  does_auditor:
    'You read and export the record of what was shared, and can check an export without us. You change nothing, and that you have read is recorded, too.',
  role_administrator: 'Administrator',
  does_administrator:
    'You look after the people of your organization, their roles, their second factors, and the keys of its systems. You have no more right to content than your other roles give you.',
  tlp: 'TLP: who may know',
  tlpIs:
    'The Traffic Light Protocol says how far something may be passed on. The source chooses the label, and whoever has it keeps to it.',
  tlp_RED:
    'For the ears and eyes of the named persons only. Nobody else is told, not even in the same team. Here it goes only to verified duty officers who are named.',
  'tlp_AMBER+STRICT':
    'For your own organization only, and there for those who need it to protect themselves.',
  tlp_AMBER:
    'For your own organization and those whom it protects, as its constituents, as far as they need it.',
  tlp_GREEN:
    'For the whole community that works on security. It may be passed on to peers and partners, but not made public.',
  tlp_CLEAR: 'May be told to everybody. Nothing is to be feared from it; the rights of authors remain.',
  tlpNever:
    'If you want to pass it on further than the label says, ask the source. A label is never made wider so that something fits.',
  pap: 'PAP: what may be done with it',
  papIs:
    'The Permissible Actions Protocol says what you may do with what you know, so that an attacker does not notice that he was found.',
  pap_RED:
    'Look only at what you have already: search your own logs, and do nothing that can be seen from outside.',
  pap_AMBER:
    'You may ask others about it, as long as nobody who is concerned can see it: passive sources, and no contact with the attacker’s systems.',
  pap_GREEN: 'You may act with care: block it, and watch for it. Do not attack or probe.',
  pap_CLEAR: 'There is no limit beyond the law and the agreement.',
  keys: 'Keys',
  key_tab:
    'goes to the next link, field or button; with Shift back. The first Tab on a page offers to skip to its content.',
  key_enter: 'follows a link and presses a button.',
  key_send: 'presses the main button of the form in which you write.',
  key_escape: 'closes the menu.',
  key_print: 'prints the page, with its label.',
} as const;
