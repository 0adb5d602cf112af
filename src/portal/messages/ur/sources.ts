import type { Translated } from '../translated';
import type { en } from '../en';

export const sources: Translated<typeof en>['sources'] = {
  title: 'ماخذ کی رضامندیاں',
  about:
    'کسی اور ناشر کا مواد اسی حد اور مدت تک جاتا ہے جو اس ماخذ نے دی ہو۔ جو تحریری طور پر ملا ہو وہ یہاں درج ہوتا ہے اور دوسرا شخص تصدیق کرتا ہے۔',
  none: 'کوئی رضامندی درج نہیں، اس لیے یہ آپ کے ادارے تک رہتا ہے۔',
  source: 'کون رضامند ہے',
  sourceHint: 'ناشر، اور اس کی طرف سے کس نے کہا۔',
  to: 'کس کو',
  to_partners: 'ہر وہ شراکت دار جسے کوئی معاہدہ اجازت دے',
  to_public: 'سب',
  from: 'آغاز',
  fromHint: 'خالی ہو تو: ابھی۔',
  until: 'کب تک',
  untilHint: 'اس کے بعد اس کا کچھ شیئر نہیں ہوگا۔',
  evidence: 'ثبوت',
  evidenceHint: 'خط کا SHA-256، 64 حروف۔ خط خود آپ کے پاس رہتا ہے۔',
  record: 'رضامندی درج کریں',
  recordNow: 'درج کریں',
  state: 'حالت',
  state_unconfirmed: 'دوسرے شخص کی منتظر',
  state_to_come: 'تصدیق شدہ، بعد میں شروع',
  state_counted: 'مؤثر',
  state_lapsed: 'مدت پوری',
  state_revoked: 'واپس',
  recordedBy: 'کس نے درج کی',
  confirmedBy: 'کس نے تصدیق کی',
  confirm: 'تصدیق کریں',
  revoke: 'واپس لیں',
  revokeReason: 'کیوں؛ یہ آپ کے ریکارڈ میں رہتا ہے',
  open: 'رضامندی درج کریں یا واپس لیں',
};
