import type { Translated } from '../translated';
import type { en } from '../en';

export const health: Translated<typeof en>['health'] = {
  ready: 'سب کچھ جواب دے رہا ہے۔',
  notReady: 'تنصیب تیار نہیں۔ آپریٹر کو بتائیں۔',
  clockBehind: 'گھڑی فیصلوں سے پیچھے ہے: جب تک برابر نہ ہو کچھ شیئر نہیں ہو گا۔ آپریٹر کو بتائیں۔',
  version: 'نسخہ',
  migrations: 'ڈیٹابیس',
  applied: 'تازہ ترین،',
  notApplied: 'تازہ ترین نہیں،',
  clock: 'ایپلیکیشن کی گھڑی',
  databaseClock: 'ڈیٹابیس کی گھڑی',
  jobs: 'کام',
  job: 'کام',
  lastDone: 'آخری بار مکمل',
  lastFailed: 'آخری بار ناکام',
  notWithinADay: 'ایک دن میں نہیں',
  queue: 'قطار',
  waiting: '{waiting} منتظر، {running} جاری، {failed} ناکام',
  'clean-expired': 'میعاد ختم چیزیں ہٹانا',
  'digest-obligations':
    'جو ذمہ داریاں وقت پر پوری نہ ہوئیں، ہر معاہدے کے لیے دن میں ایک بار ان کی فہرست بنانا',
  'drain-public-feed': 'عوامی فیڈ تازہ کرنا',
  'match-entitlements': 'دستخط شدہ شرائط کا جاری شدہ مواد سے ملان',
  'drain-due-feeds': 'ٹیموں کی فیڈز تازہ کرنا',
  counts: 'آپ کا ادارہ',
  people: 'افراد',
  without_second_factor: 'ان میں سے بغیر دوسرے عامل کے',
  invitations: 'کھلی دعوتیں',
  api_keys: 'نظاموں کی کارآمد کلیدیں',
  api_keys_ending: 'ان میں سے 30 دن میں ختم ہونے والی',
  asOf: 'بوقت',
};
