import type { Translated } from '../translated';
import type { en } from '../en';
import { agreementFaults } from './faults/agreements';
import { consentFaults } from './faults/consents';
import { itemFaults } from './faults/items';
import { obligationFaults } from './faults/obligations';
import { requestFaults } from './faults/requests';

export const faults: Translated<typeof en>['faults'] = {
  ...requestFaults,
  ...itemFaults,
  ...consentFaults,
  ...agreementFaults,
  ...obligationFaults,
  title: 'یہ نہ ہو سکا',
  'not-found': 'یہاں ایسا کچھ نہیں جو آپ دیکھ سکتے ہوں۔',
  'access/not-for-you': 'یہ آپ کے علاوہ دوسرے کرداروں کے لیے ہے۔',
  'sign-in/refused': 'ای میل یا پاس ورڈ غلط ہے۔',
  'sign-in/code-required': 'دوسرے عامل کا کوڈ بھی درج کریں۔',
  'sign-in/code-refused': 'کوڈ غلط ہے یا پہلے استعمال ہو چکا ہے۔',
  'limits/exceeded': 'بہت زیادہ کوششیں ہوئیں۔ تھوڑا انتظار کریں، پھر کوشش کریں۔',
  'portal/forged': 'فارم اس صفحے سے نہیں بھیجا گیا، یا آپ کا سیشن بدل گیا ہے۔ صفحہ دوبارہ کھولیں۔',
  'item/changed': 'اس دوران کسی نے بعد کا نسخہ محفوظ کیا۔ پہلے اسے پڑھیں، پھر اپنا کام دوبارہ کریں۔',
  'item/unchanged': 'اس میں پچھلے نسخے سے کچھ مختلف نہیں۔',
  'item/withdrawn': 'یہ واپس لی جا چکی ہے۔ اس کی بجائے نئی بنائیں۔',
  'item/not-released': 'یہ کبھی جاری نہیں ہوئی، اس لیے واپس لینے کو کچھ نہیں۔',
  'release/author': 'آپ اس نسخے کے مصنفین میں سے ہیں، اس لیے کوئی دوسرا اجرا کنندہ اسے جاری کرے۔',
  'release/unlabelled': 'لیبل مکمل نہیں۔ پہلے یہاں درج چیزیں طے کریں۔',
  'release/red': 'TLP:RED نامزد افراد کو جاتا ہے، اور کوئی نامزد نہیں۔',
  'release/not-clear': 'صرف TLP:CLEAR سب کے لیے جاری ہوتا ہے۔',
  'release/third-party': 'مواد کسی اور ناشر کا ہے۔ پہلے اس کی رضامندی درج اور تصدیق ہونی چاہیے۔',
  'release/national-overlay': 'آپ کے ملک کا قانون اسے سب کے لیے جاری کرنے سے روکتا ہے۔',
  'release/already': 'یہ نسخہ پہلے ہی جاری ہے۔',
  'release/withdrawn': 'یہ واپس لی جا چکی ہے۔ اس کی بجائے نئی بنائیں۔',
  'release/embargo': 'پہلے کا نسخہ اس پابندی کے ختم ہونے سے پہلے جاری ہے یا ہوگا۔ پابندی کم کریں۔',
  'advisory/no-csaf': 'اس ہدایت کی ابھی کوئی CSAF دستاویز نہیں۔ پہلے لیبل ضروری ہے۔',
  'advisory/draft-status': 'درآمد شدہ دستاویز خود کو مسودہ کہتی ہے۔ عبوری یا حتمی نسخہ درآمد کریں۔',
  'advisory/csaf-invalid': 'جو CSAF دستاویز جائے گی وہ معیار کے قواعد توڑتی ہے۔ یہاں درج نقائص درست کریں۔',
  'cursor/invalid': 'فہرست کا یہ صفحہ اب نہیں رہا۔ پہلے صفحے پر جائیں۔',
  malformed: 'بھیجا گیا مواد پڑھا نہیں جا سکتا۔ صفحہ دوبارہ کھولیں۔',
  'case/not-national-cert': 'کیس قومی سرٹ کھولتے ہیں۔ اس کے بجائے رپورٹ درج کریں۔',
  'report/no-recipient': 'آپ کا ادارہ کسی قومی سرٹ کے تحت نہیں، اس لیے رپورٹ کسی کو نہیں ملے گی۔',
  'report/not-recipient': 'رپورٹ کا جواب صرف اس کا وصول کنندہ دیتا ہے۔',
  internal: 'ہماری طرف کوئی خرابی ہوئی۔ کچھ تبدیل نہیں ہوا۔',
  other: 'یہ رد کر دیا گیا: {code}۔',
  reference: 'مدد مانگیں تو یہ بتائیں: {id}',
  fieldOther: 'یہ قابلِ قبول نہیں: {message}',
  check: 'براہِ کرم {count, plural, one {# خانہ} other {# خانے}} دیکھ لیں۔',
};
