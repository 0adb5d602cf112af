import type { Translated } from '../translated';
import type { en } from '../en';

export const signIn: Translated<typeof en>['signIn'] = {
  title: 'داخل ہوں',
  email: 'ای میل',
  password: 'پاس ورڈ',
  code: 'دوسرے عامل کا کوڈ',
  codeHint: 'آپ کی ایپ کے چھ ہندسے، یا بحالی کا کوڈ۔ اگر نہیں ہے تو خالی چھوڑ دیں۔',
  submit: 'داخل ہوں',
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  ended: 'آپ کا سیشن ختم ہو چکا ہے۔ جہاں تھے وہیں سے جاری رکھنے کے لیے دوبارہ داخل ہوں۔',
};
