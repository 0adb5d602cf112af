import type { Translated } from '../catalogue';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
  removed: '已删除。',
  recorded: '已记录。',
  resumptionAsked: '您的请求已记录，须由贵组织第二人确认。',
};
