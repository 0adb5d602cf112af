import type { Translated } from '../catalogue';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: '您已退出登录。',
  saved: '已保存。',
  filed: '已提交。',
  answered: '已答复报告方。',
  noted: '备注已添加。',
  released: '已共享。',
  withdrawn: '已撤回。',
};
