import type { Translated } from '../catalogue';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  stopped: 'ترسیل روک دی گئی ہے۔',
  endAsked: 'ختم کرنے کی درخواست ہو گئی۔ آپ کی ٹیم کا کوئی دوسرا فرد اس کی توثیق کرے۔',
  resumed: 'یہ ختم ہو گیا: معاہدے جس کی اجازت دیتے ہیں وہ دوبارہ بھیجا جا رہا ہے۔',
  verified: 'تصدیق درج ہو گئی۔',
  verificationRevoked: 'تصدیق منسوخ ہو گئی۔',
};
