import type { Translated } from '../translated';
import type { en } from '../en';

/** اجرا کے علاوہ کسی نسخے کی منظوری، جیسا کہ بعض شراکت داروں کی شرائط تقاضا کرتی ہیں۔ */
export const approvals: Translated<typeof en>['approvals'] = {
  title: 'منظوریاں',
  help: 'بعض شراکت داروں کی شرائط اجرا کے علاوہ منظوری مانگتی ہیں۔ انہیں نسخہ منظوری کے بعد ملتا ہے؛ باقی سب کو اس کی ضرورت نہیں۔',
  none: 'اجرا کے علاوہ کسی نے کسی نسخے کی منظوری نہیں دی۔',
  who: 'کس نے منظوری دی',
  byOfficer: 'ڈیوٹی افسر',
  byMinistry: 'وزارت',
  recorded: 'اندراج',
  counts: 'کب سے شمار',
  waits: 'دوسرے شخص کی تصدیق سے پہلے نہیں۔',
  confirm: 'تصدیق کریں',
  asOfficer: 'نسخہ {version} کو ڈیوٹی افسر کے طور پر منظور کریں',
  onBehalf: 'وزارت کی منظوری درج کریں',
  ministry: 'وزارت',
  evidence: 'ثبوت کا SHA-256',
  evidenceHint: 'وزارت کے خط یا پیغام کا، چھوٹے حروف کے ہیکس میں۔',
  recordIt: 'منظوری درج کریں',
};
