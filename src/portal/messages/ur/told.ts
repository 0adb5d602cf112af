import type { Translated } from '../translated';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  signedOutEverywhere: 'آپ ہر جگہ سے خارج ہو گئے ہیں۔',
  sessionEnded: 'سیشن ختم ہو گیا۔',
  passwordChanged: 'آپ کا پاس ورڈ بدل گیا۔ آپ کے دیگر سیشن ختم ہو گئے۔',
  passwordSet: 'آپ کا نیا پاس ورڈ مقرر ہو گیا۔ اسی سے داخل ہوں۔',
  accountMade: 'آپ کا اکاؤنٹ تیار ہے۔ اپنے ای میل اور پاس ورڈ سے داخل ہوں۔',
  personCreated: 'اکاؤنٹ بن گیا۔',
  rolesChanged: 'کردار بدل گئے۔ وہ فرد دوبارہ داخل ہو گا۔',
  departed: 'رخصتی درج ہو گئی۔',
  secondFactorRemoved: 'دوسرا عامل ہٹا دیا گیا۔',
  invitationRevoked: 'دعوت منسوخ ہو گئی۔',
  keyRevoked: 'کلید منسوخ ہو گئی۔',
  stopped: 'ترسیل روک دی گئی ہے۔',
  verified: 'تصدیق درج ہو گئی۔',
  verificationRevoked: 'تصدیق منسوخ ہو گئی۔',
  drafted: 'مسودہ محفوظ ہو گیا۔ ابھی کوئی اور اسے نہیں دیکھتا۔',
  versionSaved: 'نئے نسخے کے طور پر محفوظ ہو گیا۔',
  released: 'جاری ہو گئی۔',
  withdrawn: 'واپس لے لی گئی۔ جنہیں ملی تھی انہیں بتایا جاتا ہے۔',
};
