import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
  signedOutEverywhere: '您已退出所有会话。',
  sessionEnded: '会话已结束。',
  passwordChanged: '密码已更改。您的其他会话已结束。',
  passwordSet: '新密码已设置。请用它登录。',
  accountMade: '账户已就绪。请用电子邮箱和密码登录。',
  personCreated: '账户已创建。',
  rolesChanged: '角色已更改。该人员需重新登录。',
  departed: '离任已登记。',
  secondFactorRemoved: '第二因素已移除。',
  invitationRevoked: '邀请已撤销。',
  keyRevoked: '密钥已撤销。',
  stopped: '已停止发送。',
  verified: '核实已记录。',
  verificationRevoked: '核实已撤销。',
  drafted: '草稿已保存，其他单位尚看不到。',
  versionSaved: '已保存为新版本。',
  released: '已发布。',
  withdrawn: '已撤回，收到过它的单位会被告知。',
};
