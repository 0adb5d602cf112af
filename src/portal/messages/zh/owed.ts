import type { Translated } from '../translated';
import type { en } from '../en';

export const owed: Translated<typeof en>['owed'] = {
  acknowledgeOpen: '{to} 无须确认收到。',
  acknowledgeWithin: '{to} 须在 {time}内确认收到。',
  withSeverity: '严重程度为{severity}的，须在 {time}内确认。',
  aroundTheClock: '时限全天候计算。',
  workingHours:
    '时限只在{days} {from} 至 {until}（{zone}）计算{holidays, plural, =0 {} other {，# 个节假日除外}}。',
  respondOpen: '{from} 未承诺答复 {to} 请求的时限。',
  respondWithin: '{from} 须在 {time}内答复或拒绝 {to} 的请求。',
  destructionOpen: '未规定 {to} 如何处置不得再保存的内容。',
  means_delete:
    '不得再保存的内容由 {to} 删除{certificate, plural, =1 {，并向 {from} 出具证明} other {}}。日志和备份{exempt, plural, =1 {可以保留} other {亦不例外}}。',
  means_return:
    '不得再保存的内容由 {to} 退还 {from}{certificate, plural, =1 {，并出具证明} other {}}。日志和备份{exempt, plural, =1 {可以保留} other {亦不例外}}。',
  holdNobody: '任何一方均不得因法律原因暂缓销毁。',
  hold_recipient: '{to} 可因法律原因暂缓销毁。',
  hold_originator: '{from} 可因法律原因暂缓销毁。',
  hold_either: '{from} 和 {to} 均可因法律原因暂缓销毁。',
  compelledOpen: '未规定法院或主管机关强制披露时 {to} 如何处理。',
  compelled_notify_before: '法院或主管机关强制 {to} 披露的，{to} 须事先告知 {from}。',
  compelled_notify_at_once: '法院或主管机关强制 {to} 披露的，{to} 须立即告知 {from}。',
  compelled_resist_where_lawful: '法院或主管机关强制披露的，{to} 须在法律允许的范围内抗辩，并告知 {from}。',
  afterOpen: '未规定协议终止后如何处置。',
  after_keep_under_terms: '协议终止后，{to} 按本条款继续保存。',
  after_destroy: '协议终止后 {days, plural, other {# 天}}内，{to} 须予以销毁。',
  after_return: '协议终止后 {days, plural, other {# 天}}内，{to} 须退还 {from}。',
};
