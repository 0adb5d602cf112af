import type { Translated } from '../translated';
import type { en } from '../en';

/** What kinds of product items are, and categories of national schemes. */
export const products: Translated<typeof en>['products'] = {
  types: '属于哪些产品类型',
  typesHint: '条款可以只允许某些类型，或排除某些类型。',
  national: '国家分类体系的类别',
  nationalHint: '每行一个，写明国家、体系及版本：{example}。按原样保存，与上列类别并列。',
};
