import type { Translated } from '../translated';
import type { en } from '../en';

/** 部分合作方的条款要求在发布之外另行批准版本。 */
export const approvals: Translated<typeof en>['approvals'] = {
  title: '批准',
  help: '部分合作方的条款要求在发布之外另行批准。它们自批准之时起获得该版本；其他各方无须批准。',
  none: '尚无人在发布之外批准任何版本。',
  who: '批准方',
  byOfficer: '值班官',
  byMinistry: '部委',
  recorded: '登记',
  counts: '生效时间',
  waits: '须经第二人确认后生效。',
  confirm: '确认',
  asOfficer: '以值班官身份批准版本 {version}',
  onBehalf: '登记部委的批准',
  ministry: '部委',
  evidence: '证明文件的 SHA-256',
  evidenceHint: '部委函件或消息的摘要，小写十六进制。',
  recordIt: '登记批准',
};
