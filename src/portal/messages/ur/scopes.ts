import type { Translated } from '../translated';
import type { en } from '../en';

export const scopes: Translated<typeof en>['scopes'] = {
  pull: 'پڑھنا',
  report: 'رپورٹ کرنا',
  acknowledge: 'وصولی کی تصدیق',
  witness: 'گواہی',
  'pull-does': 'آپ کے ادارے سے جو شیئر ہوا اسے پڑھتا ہے۔',
  'report-does': 'آپ کے قومی CERT کو رپورٹیں بھیجتا اور انہیں پڑھتا ہے۔',
  'acknowledge-does': 'بتاتا ہے کہ شیئر کی گئی چیزیں پہنچ گئیں۔',
  'witness-does': 'آپ کے ادارے کے لاگز کے دستخط شدہ سرے پڑھتا ہے، اور ان پر جوابی دستخط کرتا ہے۔',
};
