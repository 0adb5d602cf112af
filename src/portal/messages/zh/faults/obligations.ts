export const obligationFaults = {
  'obligation/over': '该义务已履行或已豁免，不再作任何登记。',
  'obligation/not-debtor': '只有承担该义务的团队可以声明已履行。',
  'obligation/not-creditor': '只有该义务所对应的权利方可以豁免。',
  'obligation/paused': '该义务已被暂缓或提出异议，请先结束。',
  'obligation/not-paused': '贵方并未暂缓该义务，也未提出异议。',
  'obligation/no-destruction': '只有销毁和退还可以暂缓或提出异议。',
  'obligation/no-hold': '条款不允许贵方暂缓销毁。贵方可以提出异议。',
  'obligation/kept': '按条款保存的内容继续保存，无须登记。',
  'obligation/certificate-required': '条款要求出具证明。请就已销毁或退还的内容提交证明。',
  'notice/nothing-received': '贵团队未根据该协议从该团队收到任何内容。请核对协议和团队。',
  'notice/not-addressee': '只有收到通知的团队可以答复。',
  'notice/answered': '该通知已经答复。',
} as const;
