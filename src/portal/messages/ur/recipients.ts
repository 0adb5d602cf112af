import type { Translated } from '../translated';
import type { en } from '../en';

export const recipients: Translated<typeof en>['recipients'] = {
  underGrant: '{agreement} کے تحت، شرائط کا نسخہ {terms}، {clause}۔',
  underPublic: 'یہ عوامی ہے۔',
  recipients: 'کس کو ملے گی',
  recipientsCount: 'معاہدے والی {teams, number} ٹیموں میں سے {count, number}۔',
  noRecipients: 'موجودہ لیبل کے ساتھ آپ کے ادارے سے باہر کسی کو نہیں ملتی۔',
  nearMisses: 'کس کو تقریباً ملتی',
  nearMissesHelp:
    'ان ٹیموں کے لیے صرف ایک یا دو قاعدے رکاوٹ ہیں۔ اگر کسی کو ملنی چاہیے تو پہلے برتاؤ کی شرائط بدلیں۔',
  personGets: 'کو ملتی ہے',
  personDoesNot: 'کو نہیں ملتی',
  partsWhole: 'تمام حصے جوں کے توں جاتے ہیں۔',
  partsChanged: 'اس ٹیم کے لیے کیا بدلا یا چھوڑا جاتا ہے:',
  everybody: 'سب',
};
