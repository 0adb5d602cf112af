import type { Translated } from '../translated';
import type { en } from '../en';

export const witnesses: Translated<typeof en>['witnesses'] = {
  about:
    'گواہ ہر لاگ کا آخری دیکھا ہوا سرا رکھتا ہے، جانچتا ہے کہ تب سے لاگ صرف بڑھا ہے، اور جوابی دستخط کرتا ہے۔ وہ وہاں چلتا ہے جہاں اس کا ادارہ چاہے۔',
  none: 'ابھی کوئی گواہ نہیں۔',
  add: 'گواہ شامل کریں',
  key: 'اس کی عوامی کلید',
  keyHint: 'جیسے کمانڈ نے چھاپی: نام، کلید کی شناخت اور کلید، بیچ میں جمع کے نشان۔',
  of: 'کس کا',
  added: 'شامل کیا گیا',
  ended: 'ختم',
  end: 'یہ گواہ ختم کریں',
};
