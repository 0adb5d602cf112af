import type { Translated } from '../translated';
import type { en } from '../en';

export const home: Translated<typeof en>['home'] = {
  title: 'صفحۂ اول',
  greeting: 'خوش آمدید، {name}۔',
  needsYou: 'ابھی آپ کی توجہ طلب',
  sharing: 'آپ کیا بھیجتے اور وصول کرتے ہیں',
};
