import type { Translated } from '../translated';
import type { en } from '../en';

export const search: Translated<typeof en>['search'] = {
  title: '搜索',
  words: '关键词或短编号',
  submit: '搜索',
  help: '您能找到您可查阅的内容：自己的条目、与您共享的条目、报告、协议和组织。短编号（如 PK-7QX4-M2F9-3）直达其条目。',
  nothing: '未找到您可查阅的内容。',
  noWord: '请输入关键词或短编号。',
  mistyped: '编号有误：最后一个字符与其余不符。',
  shown: '显示 {count, plural, other {# 项}}',
  more: '还有更多。请添加词语以缩小范围。',
  ownAdvisories: '贵组织的安全通告',
  sharedAdvisories: '与您共享的安全通告',
  ownIncidents: '贵组织的事件',
  sharedIncidents: '与您共享的事件',
  reports: '报告',
  agreements: '协议',
  organizations: '组织',
};
