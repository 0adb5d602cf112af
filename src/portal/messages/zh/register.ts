import type { Translated } from '../translated';
import type { en } from '../en';

export const register: Translated<typeof en>['register'] = {
  title: '义务',
  owedByUs: '贵团队须履行',
  owedToUs: '应向贵团队履行',
  sets: '{count, plural, =0 {无} other {# 组}}{overdue, plural, =0 {} other {，其中 # 组逾期}}',
  paused: '暂缓或有异议',
  nextDue: '下一期限',
  what: '同时收到的内容为一组，须按时确认、销毁或退还。系统继续拉取即视为确认收到。',
  needOwed: '根据 {agreement}，贵团队有 {count, plural, other {# 项}}义务逾期。',
  needOwing: '根据 {agreement}，应向贵团队履行的 {count, plural, other {# 项}}义务逾期。',
};
