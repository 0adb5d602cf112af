import type { Translated } from '../translated';
import type { en } from '../en';

export const drafting: Translated<typeof en>['drafting'] = {
  help: '修改下方条款，并在提出之前先阅读其含义。在提交、批准、签署并生效之前，新条款不取代任何内容。',
  helpDraft: '说明协议的性质和缔约方，填写首版条款，并在保存之前先阅读其含义。',
  terms: '条款',
  termsHint: '使用 JSON，字段与 Web API 一致。可粘贴文件内容。',
  asJson: 'JSON 形式',
  typeJson: '以 JSON 填写',
  typeForm: '以表单填写',
  jsonOnly: '表单无法显示这些条款的全部内容（{where}），因此以 JSON 填写。',
  unreadable: '无法读取：{where}。',
  reads: '条款含义如下',
  read: '先阅读',
  propose: '提出这些条款',
  new: '新',
  reference: '编号',
  referenceHint: '大写字母、数字和连字符，以本国代码开头，如 PK-CN-2026',
  title: '标题',
  party: '缔约方 {number}',
  template: '从模板开始',
  templateHint:
    '用于上方选定的缔约方；下方的条款会被替换。请修改不合适之处，尤其是条文编号，并阅读其含义。',
  templateSides: '请在上方至少选择两个相互共享的缔约方，然后重新填入条款。',
  fill: '填入条款',
  'template_first-memorandum': '谨慎的首份备忘录：最高 GREEN，为期三年',
  'template_community-membership': '社群成员资格：各成员条件相同',
  'template_close-partnership': '紧密合作方关系：最高 AMBER，RED 仅限指名，为期五年',
  'template_capacity-agreement': '能力建设协议：不授予任何共享',
};
