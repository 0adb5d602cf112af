import type { Translated } from '../translated';
import type { en } from '../en';

export const arrival: Translated<typeof en>['arrival'] = {
  invitation: '接受邀请',
  invitationWhat: '您受邀使用 Accord。请设置密码，然后用电子邮箱和该密码登录。',
  reset: '设置新密码',
  resetWhat: '管理员允许您设置新密码。您的所有会话将结束，之后请重新登录。',
  token: '您收到的代码',
  tokenHint: '请打开收到的链接，或粘贴其中“token=”之后的内容。',
  tokenGone: '该链接已失效：可能已使用、已被替换或已过期。请向发送链接的管理员索取新链接。',
  submit: '设置密码',
};
