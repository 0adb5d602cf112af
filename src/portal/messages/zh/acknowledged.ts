import type { Translated } from '../translated';
import type { en } from '../en';

export const acknowledged: Translated<typeof en>['acknowledged'] = {
  title: '收悉确认',
  received: '贵方共享内容的',
  made: '贵团队作出的',
  none_received: '尚无人确认收悉。团队可以确认收到，但并非必须。',
  none_made: '贵团队尚未确认收悉任何内容。',
  at: '时间',
  team: '团队',
  owner: '所有者',
  item: '内容',
  version: '版本',
  here: '确认收悉的团队',
  noneHere: '尚无人确认收悉。',
  all: '全部收悉确认',
  done: '贵团队已确认收悉：',
  acknowledge: '确认已收到',
  acknowledgeHelp: '共享方会知道贵团队已收到，以及收到的版本。',
};
