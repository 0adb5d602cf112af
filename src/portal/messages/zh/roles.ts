import type { Translated } from '../translated';
import type { en } from '../en';

export const roles: Translated<typeof en>['roles'] = {
  analyst: '分析员',
  releaser: '发布员',
  liaison: '联络员',
  'duty-officer': '值班员',
  auditor: '审计员',
  administrator: '管理员',
  'analyst-does': '登记事件、起草安全通告、答复合作方。',
  'releaser-does': '审批对外发布的内容，但不能审批自己撰写的内容。',
  'liaison-does': '维护协议、联系人、同意和义务。',
  'duty-officer-does': '随时可联系，可接收 TLP:RED，并可立即停止共享。',
  'auditor-does': '查阅并导出记录；不作任何更改。',
  'administrator-does': '为人员和系统开通访问，并分配角色。',
};
