import type { Translated } from '../translated';
import type { en } from '../en';

export const drafting: Translated<typeof en>['drafting'] = {
  help: 'نیچے شرائط بدلیں، پھر تجویز کرنے سے پہلے پڑھیں کہ وہ کیا کہتی ہیں۔ پیش، منظور، دستخط اور نافذ ہونے تک وہ کسی چیز کی جگہ نہیں لیتیں۔',
  helpDraft:
    'بتائیں کہ یہ کیا ہے اور کن کے درمیان، پہلی شرائط لکھیں، اور محفوظ کرنے سے پہلے پڑھیں کہ وہ کیا کہتی ہیں۔',
  terms: 'شرائط',
  termsHint: 'JSON میں، ویب API کے الفاظ میں۔ آپ فائل کا متن چسپاں کر سکتے ہیں۔',
  asJson: 'JSON میں',
  typeJson: 'JSON میں لکھیں',
  typeForm: 'فارم میں لکھیں',
  jsonOnly: 'فارم یہ تمام شرائط نہیں دکھا سکتا ({where})، اس لیے انہیں JSON میں لکھا جاتا ہے۔',
  unreadable: 'یہ پڑھا نہیں جا سکتا: {where}۔',
  reads: 'اس کا مطلب یہ ہے',
  read: 'پہلے پڑھیں',
  propose: 'یہ شرائط تجویز کریں',
  new: 'نئی',
  reference: 'حوالہ',
  referenceHint: 'بڑے انگریزی حروف، ہندسے اور ہائفن، آغاز اپنے ملک سے، جیسے PK-CN-2026',
  title: 'عنوان',
  party: 'فریق {number}',
  template: 'نمونے سے آغاز کریں',
  templateHint:
    'اوپر منتخب فریقوں کے لیے؛ نیچے کی شرائط کی جگہ نمونہ آ جاتا ہے۔ جو موزوں نہ ہو، خصوصاً دفعات، اسے بدلیں اور پڑھ لیں۔',
  templateSides: 'اوپر کم از کم دو فریق چنیں جن کے درمیان تبادلہ ہو گا، پھر شرائط دوبارہ بھریں۔',
  fill: 'شرائط بھریں',
  'template_first-memorandum': 'محتاط پہلی یادداشت: زیادہ سے زیادہ GREEN، تین سال کے لیے',
  'template_community-membership': 'کمیونٹی کی رکنیت: ہر رکن کے لیے یکساں',
  'template_close-partnership': 'قریبی شراکت: زیادہ سے زیادہ AMBER، نام بہ نام RED، پانچ سال کے لیے',
  'template_capacity-agreement': 'استعداد کا معاہدہ: کسی چیز کی اجازت نہیں دیتا',
};
