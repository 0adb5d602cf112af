import type { Translated } from '../translated';
import type { en } from '../en';

export const succession: Translated<typeof en>['succession'] = {
  title: 'اس سے پہلے اور بعد',
  supersedes: 'یہ اس کی جگہ لیتا ہے:',
  supersededBy: 'اس کی جگہ یہ لیتا ہے:',
  byOther: 'اس کی جگہ بعد کا ایک معاہدہ نافذ ہے۔',
  former_ends: 'بعد والا نافذ ہوتے ہی پہلا ختم ہو جاتا ہے۔',
  former_runs_out: 'پہلا اپنی میعاد پر خود ختم ہوتا ہے؛ تب تک دونوں نافذ رہتے ہیں۔',
  survives: 'پہلے معاہدے کی ذمہ داریاں برقرار رہتی ہیں۔',
  unknown: 'دونوں کے درمیان کیا ہے، یہ نفاذ کے اندراج کے بعد معلوم ہو گا۔',
  gap: '{from} سے {until} تک کچھ نہیں بھیجا جا سکتا: {days, plural, =0 {ایک دن سے کم} one {# دن} other {# دن}} کا خلا۔',
  overlap:
    '{from} سے {until} تک دونوں نافذ ہیں: {days, plural, =0 {ایک دن سے کم} one {# دن} other {# دن}} کا تداخل۔',
  overlapOpen: '{from} سے دونوں نافذ ہیں۔',
  seamless: 'بعد والا {from} پر جگہ لیتا ہے، بغیر خلا کے۔',
  picture: 'دونوں کب نافذ ہیں، وقت کے پیمانے کے مطابق',
  gapTitle: 'خلا: کچھ نہیں بھیجا جا سکتا',
  follow: 'اس کی جگہ لینے والا معاہدہ تیار کریں',
  field: 'کس کی جگہ',
  fieldHint: 'پہلے معاہدے کا ہر عامل CERT اس معاہدے میں بھی عامل CERT ہو۔',
  none: 'پہلے کا کوئی معاہدہ نہیں',
  formerField: 'پہلے معاہدے کا کیا ہو گا',
};
