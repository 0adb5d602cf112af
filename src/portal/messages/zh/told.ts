import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
  stopped: '已停止发送。',
  verified: '核实已记录。',
  verificationRevoked: '核实已撤销。',
};
