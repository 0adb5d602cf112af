import type { Translated } from '../translated';
import type { en } from '../en';

export const paper: Translated<typeof en>['paper'] = {
  title: 'دستاویز',
  notDescribed:
    'ابھی کسی نے نہیں بتایا کہ دستاویز کیا ہے: قانونی طور پر پابند کرتی ہے یا نہیں، اس کی زبانیں، رجسٹر میں اس کا نمبر۔',
  notSaid: 'نہیں بتایا گیا',
  binding: 'قانونی پابندی',
  binding_binding: 'قانونی طور پر پابند',
  binding_non_binding: 'قانونی طور پر پابند نہیں',
  languages: 'مستند زبانیں',
  languagesHint: 'زبانوں کے ٹیگ (BCP 47)، درمیان میں خالی جگہ کے ساتھ، جیسے en ur zh-Hans',
  prevailing: 'فیصلہ کن زبان',
  prevailingHint: 'وہ زبان جو متون میں اختلاف کی صورت میں فیصلہ کرتی ہے؛ مستند زبانوں میں سے ایک',
  registry: 'رجسٹر میں نمبر',
  classification: 'خود معاہدے کا لیبل',
  describedBy: 'تفصیل از',
  describe: 'دستاویز کی تفصیل دیں',
  describeHelp:
    'یہ پہلے بتائی گئی تفصیل کی جگہ لے گی، جو اندراج میں محفوظ رہتی ہے۔ اس سے کچھ نافذ نہیں ہوتا: شرائط ہر صورت میں برقرار ہیں۔',
  describeNow: 'تفصیل محفوظ کریں',
  texts: 'متن',
  textNone: 'ان شرائط کے ساتھ کوئی متن منسلک نہیں۔',
  textHelp: 'جس کے پاس دستاویز ہے وہ فائل کا ہیش نکال کر یہاں کے ہیش سے ملائے، جو اس تنصیب نے خود نکالا ہے۔',
  language: 'زبان',
  languageHint: 'اس کا ٹیگ (BCP 47)، جیسے en، ur یا zh-Hans',
  authentic: 'مستند',
  prevails: 'فیصلہ کن',
  file: 'فائل',
  fileHint: 'PDF یا UTF-8 میں سادہ متن، زیادہ سے زیادہ 8 MB۔ فائل کی قسم اس کے بائٹس سے پہچانی جاتی ہے۔',
  attachedBy: 'منسلک کردہ از',
  fetch: 'ڈاؤن لوڈ ({kind})',
  attach: 'متن منسلک کریں',
  attachHelp:
    'ان شرائط کا ایک زبان میں متن۔ پہلے دستخط تک اسے بدلا جا سکتا ہے؛ اس کے بعد وہ جوں کا توں رہتا ہے۔',
  attachNow: 'یہ متن منسلک کریں',
  nothingSent: 'کوئی فائل نہیں پہنچی۔ ایسی فائل چنیں جو خالی نہ ہو۔',
  other: 'وہ شقیں جنہیں کوئی مشین نافذ نہیں کرتی',
  ownedBy: 'ذمہ دار: {whom}',
  signedBy: 'دستخط از {name}',
  signedByField: 'دستخط کرنے والا',
  signedByHint: 'دستاویز پر دستخط کرنے والے کا نام اور عہدہ',
};
