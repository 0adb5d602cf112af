import type { Translated } from '../translated';
import type { en } from '../en';

export const passing: Translated<typeof en>['passing'] = {
  title: '转发',
  list: '贵团队转发的内容',
  about: '贵团队依协议所得内容，只有逐一指定转发才会到达服务对象，且以标记和条款所准许者为限。',
  none: '贵团队没有转发任何内容。请打开收到的内容，在那里转发。',
  noConstituents: '贵团队没有服务对象。',
  item: '内容',
  from: '来自',
  toColumn: '转给',
  since: '始于',
  state: '状态',
  on: '转发中',
  ended: '已终止',
  end: '终止',
  endReason: '原因（留在贵方）',
  choose: '转给哪些服务对象',
  look: '预览结果',
  now: '转发',
  outcome_passed_on: '将到达 {team}。',
  outcome_already: '{team} 已有。',
  outcome_refused: '不可转给 {team}：',
  to: '已转给 {teams}。',
  toNobody: '未转给任何服务对象。',
  see: '查看转发情况',
  askConsent: '向提供方征求同意',
};
