import type { Translated } from '../translated';
import type { en } from '../en';

export const handling: Translated<typeof en>['handling'] = {
  markingOpen: 'دستاویزات پر کوئی عبارت درج ہونا لازم نہیں۔',
  marking: 'ہر دستاویز پر یہ درج ہوتا ہے: {list}۔',
  transitOpen: 'یہ طے نہیں کہ {to} کو بھیجتے وقت خفیہ کاری لازم ہے یا نہیں۔',
  transit_must:
    '{to} کو صرف خفیہ کاری کے ساتھ بھیجا جاتا ہے: ٹیلی فون پر نہیں، سوائے اس کے کہ معلوم ہو کہ لائن خفیہ کردہ ہے۔',
  transit_may: '{to} کو خفیہ کاری کے بغیر بھی بھیجا جا سکتا ہے۔',
  restOpen: 'یہ طے نہیں کہ {to} پر خفیہ کاری کے ساتھ رکھنا لازم ہے یا نہیں۔',
  rest_must: '{to} انہیں خفیہ کاری کے ساتھ رکھتا ہے۔',
  rest_may: '{to} انہیں خفیہ کاری کے بغیر رکھ سکتا ہے۔',
  actionsOpen: '{to} کی کارروائی پر PAP کے سوا کوئی حد نہیں۔',
  actions_NONE: '{to} ان پر کوئی کارروائی نہیں کرتا (IEP: {word})۔',
  'actions_CONTACT FOR INSTRUCTION': '{to} کسی بھی کارروائی سے پہلے {from} سے پوچھتا ہے (IEP: {word})۔',
  'actions_INTERNALLY VISIBLE ACTIONS':
    '{to} صرف وہ کارروائی کرتا ہے جو اس کے اپنے نیٹ ورک میں نظر آئے (IEP: {word})۔',
  'actions_EXTERNALLY VISIBLE INDIRECT ACTIONS':
    '{to} وہ کارروائی کر سکتا ہے جو دوسروں کو بالواسطہ نظر آئے، وہ نہیں جو خود حملہ آور تک پہنچے (IEP: {word})۔',
  'actions_EXTERNALLY VISIBLE DIRECT ACTIONS':
    '{to} وہ کارروائی بھی کر سکتا ہے جو حملہ آور کو براہ راست نظر آئے (IEP: {word})۔',
  partyOpen: 'یہ طے نہیں کہ {to} متاثرہ فریق کو بتا سکتا ہے یا نہیں۔',
  party_must_not: '{to} متاثرہ فریق کو نہیں بتاتا۔',
  party_via_originator: '{to} متاثرہ فریق کو صرف {from} کے ذریعے بتاتا ہے۔',
  party_may: '{to} متاثرہ فریق کو بتا سکتا ہے۔',
  accessOpen: 'یہ طے نہیں کہ {to} میں کس کی رسائی ہو۔',
  access: '{to} میں رسائی صرف ان کی ہے: {list}۔',
  access_need_to_know: 'جنہیں جاننے کی ضرورت ہو',
  access_named_persons: 'وہ افراد جن کی فہرست رکھی جائے',
  access_nationality: '{countries} کے شہری',
  access_contractors_bound: 'ٹھیکیدار صرف ان شرائط کے پابند ہونے کے بعد',
  levelsOpen: 'یہ طے نہیں کہ {to} انہیں کس قومی درجے پر رکھے۔',
  levels:
    '{to} انہیں اپنے قومی درجے پر رکھتا ہے: {list}۔ جس کا درجہ وہاں نہ ہو وہ اگلے زیادہ سخت درجے پر رکھا جاتا ہے۔',
  level: 'TLP:{label} بطور {level}',
  heldAt: 'آپ کا ادارہ اسے اس قومی درجے پر رکھتا ہے:',
};
