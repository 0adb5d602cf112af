import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  drafted: 'مسودہ محفوظ ہو گیا۔ ابھی کوئی اور اسے نہیں دیکھتا۔',
  versionSaved: 'نئے نسخے کے طور پر محفوظ ہو گیا۔',
  released: 'جاری ہو گئی۔',
  withdrawn: 'واپس لے لی گئی۔ جنہیں ملی تھی انہیں بتایا جاتا ہے۔',
};
