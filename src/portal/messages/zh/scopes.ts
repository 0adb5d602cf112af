import type { Translated } from '../translated';
import type { en } from '../en';

export const scopes: Translated<typeof en>['scopes'] = {
  pull: '读取',
  report: '报告',
  acknowledge: '确认接收',
  witness: '见证',
  'pull-does': '读取共享给贵组织的内容。',
  'report-does': '向国家级 CERT 提交报告并读取这些报告。',
  'acknowledge-does': '告知共享条目已收到。',
  'witness-does': '读取贵机构日志的已签名检查点，并加以会签。',
};
