import type { Translated } from '../translated';
import type { en } from '../en';

export const cooperation: Translated<typeof en>['cooperation'] = {
  redStopped_theirs: '该团队没有经贵方核验且仍有效的值班员，TLP:RED 内容不会发给其任何人：',
  redStopped_ours: '贵方没有经该团队核验且仍有效的值班员，其 TLP:RED 内容不会发给贵方任何人：',
  homeRed_theirs: '{counterpart} 没有经贵方核验且仍有效的值班员，TLP:RED 内容不会发往该处。',
  homeRed_ours: '贵方没有经 {counterpart} 核验且仍有效的值班员，其 TLP:RED 内容无法送达贵方。',
  lapsedAt: '过期于',
  callThem: '回拨并记录',
  callBackTitle: '回拨电话，有效 24 小时',
  callBackMeans:
    '此人此前已经核验，现已过期。请拨打登记满三天的号码并要求与本人通话。联系到本人后请记录：核验在 24 小时内有效。',
  noNumbers: '该团队没有登记的号码。',
  calledNumber: '您拨打的是哪个号码？',
  onFileSince: '登记自',
  noProofBefore: '近期有变更，在此之前不能作为证明：',
  recordCallBack: '已联系到本人：记录通话',
};
