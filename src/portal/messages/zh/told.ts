import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
};
