import type { Translated } from '../catalogue';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  removed: 'ہٹا دیا گیا۔',
  recorded: 'درج ہو گیا۔',
  resumptionAsked: 'آپ کی درخواست درج ہو گئی۔ آپ کے ادارے کے دوسرے شخص کی توثیق ضروری ہے۔',
};
