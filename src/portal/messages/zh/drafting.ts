import type { Translated } from '../translated';
import type { en } from '../en';

export const drafting: Translated<typeof en>['drafting'] = {
  help: '修改下方条款，并在提出之前先阅读其含义。在提交、批准、签署并生效之前，新条款不取代任何内容。',
  helpDraft: '说明协议的性质和缔约方，填写首版条款，并在保存之前先阅读其含义。',
  terms: '条款',
  termsHint: '使用 JSON，字段与 Web API 一致（见其说明中的 TermsDto）。可粘贴文件内容。',
  unreadable: '无法读取：{where}。',
  reads: '条款含义如下',
  read: '先阅读',
  propose: '提出这些条款',
  new: '新',
  reference: '编号',
  referenceHint: '大写字母、数字和连字符，以本国代码开头，如 PK-CN-2026',
  title: '标题',
  party: '缔约方 {number}',
};
