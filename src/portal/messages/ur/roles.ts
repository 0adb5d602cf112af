import type { Translated } from '../translated';
import type { en } from '../en';

export const roles: Translated<typeof en>['roles'] = {
  analyst: 'تجزیہ کار',
  releaser: 'اجرا کنندہ',
  liaison: 'رابطہ افسر',
  'duty-officer': 'ڈیوٹی افسر',
  auditor: 'آڈیٹر',
  administrator: 'منتظم',
  'analyst-does': 'واقعات درج کرتا ہے، انتباہی ہدایات کا مسودہ بناتا ہے، شراکت داروں کو جواب دیتا ہے۔',
  'releaser-does': 'ادارے سے باہر جانے والی چیز کی منظوری دیتا ہے، اپنی لکھی ہوئی کی کبھی نہیں۔',
  'liaison-does': 'معاہدے، رابطے، رضامندیاں اور ذمہ داریاں سنبھالتا ہے۔',
  'duty-officer-does': 'ہر وقت دستیاب ہے، TLP:RED وصول کرتا ہے، اور اشتراک فوراً روک سکتا ہے۔',
  'auditor-does': 'ریکارڈ پڑھتا اور برآمد کرتا ہے؛ کچھ تبدیل نہیں کرتا۔',
  'administrator-does': 'لوگوں اور نظاموں کو رسائی دیتا ہے اور کردار مقرر کرتا ہے۔',
};
