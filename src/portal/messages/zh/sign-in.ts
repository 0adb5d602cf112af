import type { Translated } from '../translated';
import type { en } from '../en';

export const signIn: Translated<typeof en>['signIn'] = {
  title: '登录',
  email: '电子邮箱',
  password: '密码',
  code: '第二因素验证码',
  codeHint: '应用中的六位数字，或恢复码。没有则留空。',
  submit: '登录',
  ended: '会话已结束。请重新登录，继续之前的操作。',
  forgotten: '忘记密码或丢失手机？',
  forgottenWhat:
    '请联系贵组织的管理员：管理员会给您设置新密码的链接，或移除第二因素。如不知道管理员是谁，请询问值班员。Accord 不会发送任何有关密码的邮件。',
  haveLink: '我有设置新密码的代码',
  haveInvitation: '我收到了邀请',
};
