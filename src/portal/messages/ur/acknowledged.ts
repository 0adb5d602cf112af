import type { Translated } from '../translated';
import type { en } from '../en';

export const acknowledged: Translated<typeof en>['acknowledged'] = {
  title: 'وصولی کی رسیدیں',
  received: 'آپ کے شیئر کردہ مواد کی',
  made: 'آپ کی ٹیم کی دی ہوئی',
  none_received: 'ابھی کسی نے کچھ وصول ہونے کی اطلاع نہیں دی۔ ٹیم بتا سکتی ہے کہ مواد پہنچ گیا؛ لازم نہیں۔',
  none_made: 'آپ کی ٹیم نے ابھی کوئی رسید نہیں دی۔',
  at: 'کب',
  team: 'کون سی ٹیم',
  owner: 'کس کا',
  item: 'کیا',
  version: 'نسخہ',
  here: 'کس نے وصولی بتائی',
  noneHere: 'کسی نے اس کی وصولی نہیں بتائی۔',
  all: 'تمام رسیدیں',
  done: 'آپ کی ٹیم نے اس کی وصولی بتائی:',
  acknowledge: 'بتائیں کہ یہ پہنچ گیا',
  acknowledgeHelp: 'شیئر کرنے والے کو معلوم ہوتا ہے کہ یہ آپ کی ٹیم کے پاس ہے اور کس نسخے میں۔',
};
