import type { Translated } from '../translated';
import type { en } from '../en';

export const owed: Translated<typeof en>['owed'] = {
  acknowledgeOpen: '{to} پر یہ بتانا لازم نہیں کہ معلومات موصول ہو گئیں۔',
  acknowledgeWithin: '{to} موصول ہونے والی معلومات کی رسید {time} کے اندر دیتا ہے۔',
  withSeverity: 'شدت {severity} ہو تو {time} کے اندر۔',
  aroundTheClock: 'یہ وقت دن رات شمار ہوتا ہے۔',
  workingHours:
    'یہ وقت {days} کو {from} سے {until} تک ({zone}) شمار ہوتا ہے{holidays, plural, =0 {} one {، # تعطیل کے سوا} other {، # تعطیلات کے سوا}}۔',
  respondOpen: '{to} کی درخواستوں کے جواب کے لیے {from} کوئی مدت طے نہیں کرتا۔',
  respondWithin: '{from} {to} کی درخواست کا جواب یا انکار {time} کے اندر دیتا ہے۔',
  updateOpen: '{to} کی درخواست کہاں تک پہنچی، یہ بتانا {from} پر لازم نہیں۔',
  updateEvery:
    '{to} کی معلومات کی درخواست جب تک کھلی اور بے جواب ہو {from} {hours, plural, one {ہر گھنٹے} other {ہر # گھنٹے بعد}} بتاتا ہے کہ بات کہاں تک پہنچی۔',
  destructionOpen: 'یہ طے نہیں کہ جو رکھنے کی اجازت نہ رہے {to} اسے کیسے ختم کرے۔',
  means_delete:
    'جو رکھنے کی اجازت نہ رہے {to} اسے مٹا دیتا ہے{certificate, plural, =1 { اور {from} کو اس کی تصدیق دیتا ہے} other {}}۔ لاگ اور بیک اپ {exempt, plural, =1 {رکھے جا سکتے ہیں} other {اس سے مستثنیٰ نہیں}}۔',
  means_return:
    'جو رکھنے کی اجازت نہ رہے {to} اسے {from} کو واپس کرتا ہے{certificate, plural, =1 {، تصدیق نامے کے ساتھ} other {}}۔ لاگ اور بیک اپ {exempt, plural, =1 {رکھے جا سکتے ہیں} other {اس سے مستثنیٰ نہیں}}۔',
  holdNobody: 'قانونی وجوہ سے تلفی کوئی نہیں روک سکتا۔',
  hold_recipient: '{to} قانونی وجوہ سے تلفی روک سکتا ہے۔',
  hold_originator: '{from} قانونی وجوہ سے تلفی روک سکتا ہے۔',
  hold_either: '{from} اور {to} دونوں قانونی وجوہ سے تلفی روک سکتے ہیں۔',
  compelledOpen: 'یہ طے نہیں کہ عدالت یا کوئی ادارہ افشا پر مجبور کرے تو {to} کیا کرے۔',
  compelled_notify_before: 'عدالت یا کوئی ادارہ {to} کو افشا پر مجبور کرے تو {to} پہلے {from} کو بتاتا ہے۔',
  compelled_notify_at_once: 'عدالت یا کوئی ادارہ {to} کو افشا پر مجبور کرے تو {to} فوراً {from} کو بتاتا ہے۔',
  compelled_resist_where_lawful:
    'عدالت یا کوئی ادارہ افشا پر مجبور کرے تو {to} جہاں قانون اجازت دے مزاحمت کرتا ہے، اور {from} کو بتاتا ہے۔',
  afterOpen: 'یہ طے نہیں کہ معاہدے کے خاتمے کے بعد معلومات کا کیا ہو۔',
  after_keep_under_terms: 'معاہدے کے خاتمے کے بعد {to} انہیں انہی شرائط کے تحت رکھتا ہے۔',
  after_destroy:
    'معاہدے کے خاتمے کے بعد {to} انہیں {days, plural, one {# دن} other {# دن}} کے اندر تلف کرتا ہے۔',
  after_return:
    'معاہدے کے خاتمے کے بعد {to} انہیں {days, plural, one {# دن} other {# دن}} کے اندر {from} کو واپس کرتا ہے۔',
  survivalOpen: 'معاہدے کے خاتمے کے بعد {to} کی ذمہ داریاں کسی مدت کے بغیر باقی رہتی ہیں۔',
  survival:
    'معاہدے کے خاتمے کے بعد {to} کی ذمہ داریوں میں سے باقی رہتی ہیں: {each}۔ دیگر سب کسی مدت کے بغیر باقی رہتی ہیں۔',
  survivesSo: '{what} ({long})',
  survivesYears: '{years, plural, one {# سال تک} other {# سال تک}}',
  survivesEver: 'کسی مدت کے بغیر',
  survives_confidentiality: 'رازداری',
  survives_purposes: 'مقاصد',
  survives_onward_sharing: 'آگے دینے کی حدود',
  survives_retention: 'رکھنے کی مدتیں',
  survives_attribution: 'ذرائع اور متاثرین کے نام سے متعلق قواعد',
  feedbackOpen: '{from} کو یہ جاننے کی توقع نہیں کہ معلومات کا کیا ہوا۔',
  feedback:
    '{from} {to} سے یہ جاننے کی امید رکھتا ہے: {each}۔ اس کی کوئی تاریخ نہیں، اور نہ آئے تو کچھ نہیں ہوتا۔',
  feedback_sightings: 'کہاں دیکھا گیا',
  feedback_false_positives: 'کیا غلط نکلا',
  feedback_usefulness: 'کتنا مفید رہا',
  surviving: 'خاتمے کے بعد کیا باقی رہتا ہے',
  owedBy: 'کس پر عائد',
  owedTo: 'کس کے لیے',
  byTerms: 'شرائط',
  livesOn: 'کیا',
  livesUntil: 'کب تک',
};
