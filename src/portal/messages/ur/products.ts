import type { Translated } from '../translated';
import type { en } from '../en';

/** What kinds of product items are, and categories of national schemes. */
export const products: Translated<typeof en>['products'] = {
  types: 'یہ کس قسم کی پیداوار ہے',
  typesHint: 'شرائط صرف کچھ اقسام کو، یا کچھ کے سوا سب کو جانے دے سکتی ہیں۔',
  national: 'قومی درجہ بندیوں کے زمرے',
  nationalHint:
    'ہر سطر میں ایک، ملک، درجہ بندی اور اس کے نسخے کے ساتھ: {example}۔ یہ جیسے لکھے جائیں ویسے ہی رہتے ہیں، اوپر کے زمروں کے ساتھ۔',
};
