import type { Translated } from '../translated';
import type { en } from '../en';

export const passing: Translated<typeof en>['passing'] = {
  title: 'آگے دیں',
  list: 'آپ کی ٹیم کیا آگے دیتی ہے',
  about:
    'معاہدے کے تحت ملا ہوا مواد آپ کے ماتحت اداروں کو تبھی ملتا ہے جب ہر ایک کو نام لے کر آگے دیا جائے، اور اسی حد تک جہاں تک نشان اور شرائط اجازت دیں۔',
  none: 'آپ کی ٹیم کچھ آگے نہیں دیتی۔ موصولہ مواد کھولیں اور وہاں سے آگے دیں۔',
  noConstituents: 'آپ کی ٹیم کے کوئی ماتحت ادارے نہیں۔',
  item: 'کیا',
  from: 'کس سے',
  toColumn: 'کس کو',
  since: 'کب سے',
  state: 'حالت',
  on: 'دیا جا رہا ہے',
  ended: 'ختم',
  end: 'ختم کریں',
  endReason: 'کیوں؛ یہ آپ کے پاس رہتا ہے',
  choose: 'کن ماتحت اداروں کو',
  look: 'دکھائیں کہ کیا ہوگا',
  now: 'آگے دیں',
  outcome_passed_on: 'یہ {team} تک پہنچتا ہے۔',
  outcome_already: '{team} کے پاس پہلے سے ہے۔',
  outcome_refused: 'یہ {team} تک نہیں جا سکتا:',
  to: '{teams} کو آگے دیا گیا ہے۔',
  toNobody: 'یہ آپ کے کسی ماتحت ادارے کو آگے نہیں دیا گیا۔',
  see: 'آپ کی ٹیم کیا آگے دیتی ہے',
  askConsent: 'اس کی اصل ٹیم سے رضامندی مانگیں',
};
