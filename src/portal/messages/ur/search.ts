import type { Translated } from '../translated';
import type { en } from '../en';

export const search: Translated<typeof en>['search'] = {
  title: 'تلاش',
  words: 'الفاظ یا مختصر حوالہ',
  submit: 'تلاش کریں',
  help: 'آپ کو وہی ملتا ہے جو آپ دیکھ سکتے ہیں: اپنی اشیا، جو آپ کو دی گئیں، رپورٹیں، معاہدے اور ادارے۔ مختصر حوالہ، جیسے PK-7QX4-M2F9-3، سیدھا اس شے پر لے جاتا ہے۔',
  nothing: 'ایسا کچھ نہیں ملا جو آپ دیکھ سکتے ہوں۔',
  noWord: 'کوئی لفظ یا مختصر حوالہ لکھیں۔',
  mistyped: 'حوالہ غلط لکھا یا سنا گیا: اس کا آخری حرف باقی سے میل نہیں کھاتا۔',
  shown: '{count, plural, one {# دکھایا گیا} other {# دکھائے گئے}}',
  more: 'اور بھی ہیں۔ محدود کرنے کے لیے ایک لفظ بڑھائیں۔',
  ownAdvisories: 'آپ کے ادارے کی انتباہی ہدایات',
  sharedAdvisories: 'آپ کو دی گئی انتباہی ہدایات',
  ownIncidents: 'آپ کے ادارے کے واقعات',
  sharedIncidents: 'آپ کو دیے گئے واقعات',
  reports: 'رپورٹیں',
  agreements: 'معاہدے',
  organizations: 'ادارے',
};
