import type { Translated } from '../translated';
import type { en } from '../en';

export const faults: Translated<typeof en>['faults'] = {
  title: '操作未成功',
  'not-found': '这里没有您可以查看的内容。',
  'access/not-for-you': '此功能供其他角色使用。',
  'sign-in/refused': '电子邮箱或密码错误。',
  'sign-in/code-required': '请同时输入第二因素验证码。',
  'sign-in/code-refused': '验证码错误或已被使用。',
  'limits/exceeded': '尝试次数过多。请稍候再试。',
  'portal/forged': '表单并非由本页发送，或会话已改变。请重新打开页面。',
  internal: '我方出现故障。没有任何更改。',
  other: '请求被拒绝：{code}。',
  reference: '寻求帮助时，请提供：{id}',
  fieldOther: '不被接受：{message}',
  check: '请检查 {count, plural, other {# 个字段}}。',
};
