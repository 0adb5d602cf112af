import type { Translated } from '../translated';
import type { en } from '../en';

export const drafting: Translated<typeof en>['drafting'] = {
  help: 'نیچے شرائط بدلیں، پھر تجویز کرنے سے پہلے پڑھیں کہ وہ کیا کہتی ہیں۔ پیش، منظور، دستخط اور نافذ ہونے تک وہ کسی چیز کی جگہ نہیں لیتیں۔',
  helpDraft:
    'بتائیں کہ یہ کیا ہے اور کن کے درمیان، پہلی شرائط لکھیں، اور محفوظ کرنے سے پہلے پڑھیں کہ وہ کیا کہتی ہیں۔',
  terms: 'شرائط',
  termsHint: 'JSON میں، ویب API کے الفاظ میں (اس کی تفصیل میں TermsDto)۔ آپ فائل کا متن چسپاں کر سکتے ہیں۔',
  unreadable: 'یہ پڑھا نہیں جا سکتا: {where}۔',
  reads: 'اس کا مطلب یہ ہے',
  read: 'پہلے پڑھیں',
  propose: 'یہ شرائط تجویز کریں',
  new: 'نئی',
  reference: 'حوالہ',
  referenceHint: 'بڑے انگریزی حروف، ہندسے اور ہائفن، آغاز اپنے ملک سے، جیسے PK-CN-2026',
  title: 'عنوان',
  party: 'فریق {number}',
};
