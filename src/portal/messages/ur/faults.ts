import type { Translated } from '../translated';
import type { en } from '../en';

export const faults: Translated<typeof en>['faults'] = {
  title: 'یہ نہ ہو سکا',
  'not-found': 'یہاں ایسا کچھ نہیں جو آپ دیکھ سکتے ہوں۔',
  'access/not-for-you': 'یہ آپ کے علاوہ دوسرے کرداروں کے لیے ہے۔',
  'sign-in/refused': 'ای میل یا پاس ورڈ غلط ہے۔',
  'sign-in/code-required': 'دوسرے عامل کا کوڈ بھی درج کریں۔',
  'sign-in/code-refused': 'کوڈ غلط ہے یا پہلے استعمال ہو چکا ہے۔',
  'limits/exceeded': 'بہت زیادہ کوششیں ہوئیں۔ تھوڑا انتظار کریں، پھر کوشش کریں۔',
  'portal/forged': 'فارم اس صفحے سے نہیں بھیجا گیا، یا آپ کا سیشن بدل گیا ہے۔ صفحہ دوبارہ کھولیں۔',
  internal: 'ہماری طرف کوئی خرابی ہوئی۔ کچھ تبدیل نہیں ہوا۔',
  other: 'یہ رد کر دیا گیا: {code}۔',
  reference: 'مدد مانگیں تو یہ بتائیں: {id}',
  fieldOther: 'یہ قابلِ قبول نہیں: {message}',
  check: 'براہِ کرم {count, plural, one {# خانہ} other {# خانے}} دیکھ لیں۔',
};
