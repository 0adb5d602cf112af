import type { Translated } from '../translated';
import type { en } from '../en';

export const recipients: Translated<typeof en>['recipients'] = {
  underGrant: '依据 {agreement}，条款第 {terms} 版，{clause}。',
  underPublic: '它是公开的。',
  recipients: '谁会得到它',
  recipientsCount: '有协议的 {teams, number} 个团队中的 {count, number} 个。',
  noRecipients: '按目前的标记，贵组织以外无人会得到它。',
  nearMisses: '谁差一点得到它',
  nearMissesHelp: '这些团队只受一两条规则限制。如果其中某个团队应当得到它，请先修改处理要求。',
  personGets: '会得到它',
  personDoesNot: '不会得到它',
  partsWhole: '所有部分按原样发出。',
  partsChanged: '对该团队更改或略去的内容：',
  everybody: '所有人',
};
