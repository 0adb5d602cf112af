import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  stopped: 'ترسیل روک دی گئی ہے۔',
  verified: 'تصدیق درج ہو گئی۔',
  verificationRevoked: 'تصدیق منسوخ ہو گئی۔',
};
