import type { Translated } from '../translated';
import type { en } from '../en';

export const corrigendum: Translated<typeof en>['corrigendum'] = {
  help: '用于更正从已签署文本录入时的错误，文本本身不变。请将下列条款改为文本所载内容。仅收窄的更正立即生效；凡有扩大之处，须经贵组织第二人及对方确认。缔约方及关于生效的约定不在更正之列。',
  reason: '录入错误之处',
  clause: '已签署文本中载明该内容的条文',
  affects: '立即受影响的对象',
  now: '记录此项更正',
  isOne: '对第 {number} 版条款的更正：',
  narrows: '此更正仅收窄，一人记录即生效。',
  needsOthers: '须经一方两人及对方确认，自最后一项确认起生效。',
  waits: '尚待 {parties} 确认。',
};
