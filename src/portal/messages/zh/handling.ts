import type { Translated } from '../translated';
import type { en } from '../en';

export const handling: Translated<typeof en>['handling'] = {
  markingOpen: '未要求在文件上标注文字。',
  marking: '每份文件须标注：{list}。',
  transitOpen: '未规定发送给 {to} 时是否须加密。',
  transit_must: '发送给 {to} 时必须加密：不得通过电话，除非已知线路加密。',
  transit_may: '发送给 {to} 时可以不加密。',
  restOpen: '未规定 {to} 是否须加密保存。',
  rest_must: '{to} 须加密保存。',
  rest_may: '{to} 可以不加密保存。',
  actionsOpen: '除 PAP 外，不限 {to} 的处置行动。',
  actions_NONE: '{to} 不得据此采取任何行动（IEP: {word}）。',
  'actions_CONTACT FOR INSTRUCTION': '{to} 采取任何行动前须询问 {from}（IEP: {word}）。',
  'actions_INTERNALLY VISIBLE ACTIONS': '{to} 只可采取仅在自身网络内可见的行动（IEP: {word}）。',
  'actions_EXTERNALLY VISIBLE INDIRECT ACTIONS':
    '{to} 可采取外界间接可见的行动，但不得触及攻击者本身（IEP: {word}）。',
  'actions_EXTERNALLY VISIBLE DIRECT ACTIONS': '{to} 还可采取攻击者直接可见的行动（IEP: {word}）。',
  partyOpen: '未规定 {to} 是否可通知受影响方。',
  party_must_not: '{to} 不得通知受影响方。',
  party_via_originator: '{to} 只可通过 {from} 通知受影响方。',
  party_may: '{to} 可以通知受影响方。',
  accessOpen: '未规定 {to} 的哪些人可以接触。',
  access: '在 {to} 仅限：{list}。',
  access_need_to_know: '有必要知悉的人员',
  access_named_persons: '列入名单的人员',
  access_nationality: '{countries} 国公民',
  access_contractors_bound: '先受本条款约束的承包商',
  levelsOpen: '未规定 {to} 按何种国家密级保存。',
  levels: '{to} 按其国家密级保存：{list}。没有对应密级的，按更严格的下一密级保存。',
  level: 'TLP:{label} 对应 {level}',
  heldAt: '贵组织按以下国家密级保存：',
};
