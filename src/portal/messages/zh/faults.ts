import type { Translated } from '../translated';
import type { en } from '../en';
import { agreementFaults } from './faults/agreements';
import { consentFaults } from './faults/consents';
import { itemFaults } from './faults/items';
import { obligationFaults } from './faults/obligations';
import { requestFaults } from './faults/requests';

export const faults: Translated<typeof en>['faults'] = {
  ...requestFaults,
  ...itemFaults,
  ...consentFaults,
  ...agreementFaults,
  ...obligationFaults,
  title: '操作未成功',
  'not-found': '这里没有您可以查看的内容。',
  'access/not-for-you': '此功能供其他角色使用。',
  'sign-in/refused': '电子邮箱或密码错误。',
  'sign-in/code-required': '请同时输入第二因素验证码。',
  'sign-in/code-refused': '验证码错误或已被使用。',
  'limits/exceeded': '尝试次数过多。请稍候再试。',
  'portal/forged': '表单并非由本页发送，或会话已改变。请重新打开页面。',
  'item/changed': '期间有人保存了更新的版本。请先阅读，再重新操作。',
  'item/unchanged': '与上一版本没有任何不同。',
  'item/withdrawn': '它已撤回。请起草新的。',
  'item/not-released': '它从未发布，无可撤回。',
  'release/author': '您是本版本的作者之一，须由另一位发布员发布。',
  'release/unlabelled': '标记不完整。请先填写此处列出的内容。',
  'release/red': 'TLP:RED 只发给指定人员，而尚未指定任何人。',
  'release/not-clear': '只有 TLP:CLEAR 才能向所有人发布。',
  'release/third-party': '内容属于其他发布方。须先记录并确认其同意。',
  'release/national-overlay': '贵国法律禁止将其向所有人发布。',
  'release/already': '本版本已经发布。',
  'release/withdrawn': '它已撤回。请起草新的。',
  'release/embargo': '较早版本已经或将在本禁发期结束之前发出。请缩短禁发期。',
  'advisory/no-csaf': '本通告尚无 CSAF 文件。须先标记。',
  'advisory/draft-status': '导入的文件自称草稿。请导入 暂行或正式版本。',
  'advisory/csaf-invalid': '将要发出的 CSAF 文件不符合标准。请改正此处列出的内容。',
  'cursor/invalid': '列表的这一页已不存在。请回到第一页。',
  malformed: '发送的内容无法读取。请重新打开页面。',
  'case/not-national-cert': '案件由国家 CERT 新建。请改为提交报告。',
  'report/no-recipient': '贵组织不隶属任何国家 CERT，因此没有人会收到报告。',
  'report/not-recipient': '只有报告的接收方才能答复。',
  internal: '我方出现故障。没有任何更改。',
  other: '请求被拒绝：{code}。',
  reference: '寻求帮助时，请提供：{id}',
  fieldOther: '不被接受：{message}',
  check: '请检查 {count, plural, other {# 个字段}}。',
};
