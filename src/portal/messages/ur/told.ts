import type { Translated } from '../catalogue';
import type { en } from '../en';

export const told: Translated<typeof en>['told'] = {
  signedOut: 'آپ خارج ہو گئے ہیں۔',
  saved: 'محفوظ ہو گیا۔',
  filed: 'درج ہو گیا۔',
  answered: 'رپورٹ کرنے والے کو جواب بھیج دیا گیا۔',
  noted: 'یادداشت شامل ہو گئی۔',
  released: 'شیئر ہو گیا۔',
  withdrawn: 'واپس لے لیا گیا۔',
};
