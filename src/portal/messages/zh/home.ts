import type { Translated } from '../translated';
import type { en } from '../en';

export const home: Translated<typeof en>['home'] = {
  title: '首页',
  greeting: '{name}，您好。',
  needsYou: '现在需要您处理',
  sharing: '您共享和接收的内容',
};
