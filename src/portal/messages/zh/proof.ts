import type { Translated } from '../translated';
import type { en } from '../en';

export const proof: Translated<typeof en>['proof'] = {
  title: '请确认是您本人',
  why: '发布、撤回和更改密钥需要再次输入密码，以防他人在您未锁定的屏幕上操作。确认后五分钟内有效。',
  submit: '确认并继续',
  kept: '您提交的内容已保留，确认后继续处理。目前尚未执行任何操作。',
};
