import type { Translated } from '../translated';
import type { en } from '../en';

export const succession: Translated<typeof en>['succession'] = {
  title: '前后沿革',
  supersedes: '本协议取代',
  supersededBy: '取代本协议的是',
  byOther: '已有后续协议取代本协议生效。',
  former_ends: '后一协议生效时，前一协议即告终止。',
  former_runs_out: '前一协议至其本身期限届满为止，此前两者均有效。',
  survives: '前一协议项下的义务继续有效。',
  unknown: '记录生效之后，方可知两者之间的间隔。',
  gap: '自 {from} 至 {until} 不得传递任何信息：空档{days, plural, =0 {不足一天} other { # 天}}。',
  overlap: '自 {from} 至 {until} 两者均有效：重叠{days, plural, =0 {不足一天} other { # 天}}。',
  overlapOpen: '自 {from} 起两者均有效。',
  seamless: '后一协议于 {from} 接续，没有空档。',
  picture: '两项协议各自的有效期，按时间比例绘制',
  gapTitle: '空档：不得传递任何信息',
  follow: '起草取代本协议的协议',
  field: '取代的协议',
  fieldHint: '前一协议的每个执行 CERT 也必须是本协议的执行 CERT。',
  none: '没有前一协议',
  formerField: '前一协议如何处理',
};
