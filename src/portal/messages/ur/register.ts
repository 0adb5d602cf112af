import type { Translated } from '../translated';
import type { en } from '../en';

export const register: Translated<typeof en>['register'] = {
  title: 'ذمہ داریاں',
  owedByUs: 'آپ کی ٹیم پر عائد',
  owedToUs: 'آپ کی ٹیم کے لیے عائد',
  sets: '{count, plural, =0 {کچھ نہیں} one {# مجموعہ} other {# مجموعے}}{overdue, plural, =0 {} other {، # کی مدت گزر چکی}}',
  paused: 'روکی گئی یا زیرِ اعتراض',
  nextDue: 'اگلی آخری مدت',
  what: 'ایک مجموعہ وہ ہے جو ایک ساتھ موصول ہوا: اس کی رسید دینا، اسے وقت پر تلف یا واپس کرنا۔ سسٹم اگلی بار فیڈ لینے سے رسید دیتا ہے۔',
  needOwed:
    '{count, plural, one {{agreement} کے تحت آپ کی ٹیم کی # ذمہ داری کی مدت گزر چکی۔} other {{agreement} کے تحت آپ کی ٹیم کی # ذمہ داریوں کی مدت گزر چکی۔}}',
  needOwing:
    '{count, plural, one {{agreement} کے تحت آپ کی ٹیم کے لیے # ذمہ داری کی مدت گزر چکی۔} other {{agreement} کے تحت آپ کی ٹیم کے لیے # ذمہ داریوں کی مدت گزر چکی۔}}',
};
