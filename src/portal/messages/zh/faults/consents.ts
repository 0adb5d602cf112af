/** What can be wrong with requests for the consent of an originator. */
export const consentFaults = {
  'consent/ask-source': '其中含有另一团队共享给贵团队的内容。请在此向该团队征求同意。',
  'consent-request/free': '标记为 TLP:CLEAR，无需任何人同意。可直接转发。',
  'consent-request/not-derived': '该安全通告不含他人内容。请由该条目起草，或导入文档。',
  'consent-request/other-source': '该安全通告已声明含有另一条目。请为每个来源分别起草。',
  'consent-request/consent-recorded': '贵团队已自行登记该来源方的同意，且仍有效。请先撤销，再征求。',
  'consent-request/over': '该请求已答复、已关闭或已失效。提出方可重新提出。',
  'consent-request/no-consent': '没有仍有效的同意，无可撤回。',
  'consent-request/not-originator': '只有条目的提供方才能答复。请求由贵团队提出，可将其关闭。',
  'consent-request/not-requester': '只有提出请求的团队才能关闭。您可以拒绝。',
} as const;
