import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
  drafted: '草稿已保存，其他单位尚看不到。',
  versionSaved: '已保存为新版本。',
  released: '已发布。',
  withdrawn: '已撤回，收到过它的单位会被告知。',
};
