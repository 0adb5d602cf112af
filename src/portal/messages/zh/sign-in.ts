import type { Translated } from '../translated';
import type { en } from '../en';

export const signIn: Translated<typeof en>['signIn'] = {
  title: '登录',
  email: '电子邮箱',
  password: '密码',
  code: '第二因素验证码',
  codeHint: '应用中的六位数字，或恢复码。没有则留空。',
  submit: '登录',
  signedOut: '您已退出登录。',
  ended: '会话已结束。请重新登录，继续之前的操作。',
};
