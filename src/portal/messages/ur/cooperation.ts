import type { Translated } from '../translated';
import type { en } from '../en';

export const cooperation: Translated<typeof en>['cooperation'] = {
  redStopped_theirs:
    'اس ٹیم میں کسی کو TLP:RED نہیں جاتا، کیونکہ آپ کے ہاں اس کے کسی ڈیوٹی افسر کی تصدیق قائم نہیں:',
  redStopped_ours:
    'اس ٹیم کا TLP:RED آپ کے ہاں کسی کو نہیں ملتا، کیونکہ اس کے ہاں آپ کے کسی ڈیوٹی افسر کی تصدیق قائم نہیں:',
  homeRed_theirs:
    'آپ کے ہاں {counterpart} کے کسی ڈیوٹی افسر کی تصدیق قائم نہیں، اس لیے TLP:RED کی کوئی چیز وہاں نہیں جاتی۔',
  homeRed_ours:
    '{counterpart} کے ہاں آپ کے کسی ڈیوٹی افسر کی تصدیق قائم نہیں، اس لیے اس کی TLP:RED کی کوئی چیز آپ تک نہیں پہنچتی۔',
  lapsedAt: 'میعاد گزری:',
  callThem: 'واپس فون کریں اور درج کریں',
  callBackTitle: 'واپس فون، 24 گھنٹے کے لیے',
  callBackMeans:
    'اس کی تصدیق پہلے ہو چکی ہے اور اس کی میعاد گزر گئی ہے۔ ایسے نمبر پر فون کریں جو تین دن یا اس سے زیادہ عرصے سے درج ہو، اور اسی سے بات کرائیں۔ بات ہو جائے تو درج کریں: اس کی تصدیق 24 گھنٹے شمار ہو گی۔',
  noNumbers: 'اس ٹیم کا کوئی نمبر درج نہیں۔',
  calledNumber: 'آپ نے کس نمبر پر فون کیا؟',
  onFileSince: 'درج ہے، آغاز:',
  noProofBefore: 'حال ہی میں بدلا گیا، اس وقت سے پہلے یہ کوئی ثبوت نہیں:',
  recordCallBack: 'اس سے بات ہو گئی: فون درج کریں',
  rounds: 'رابطوں کی تصدیق کے دور',
  rounds_received: 'ہم سے مانگے گئے',
  rounds_asked: 'ہم نے مانگے',
  noRounds: 'رابطوں کی تصدیق کا کوئی دور نہیں مانگا گیا۔',
  oneRound: 'رابطوں کی تصدیق کا ایک دور',
  round_open: 'جاری',
  'round_due-soon': 'سات دن کے اندر میعاد',
  round_overdue: 'میعاد گزر گئی',
  round_answered: 'سب کی تصدیق ہو گئی',
  confirmedOf: '{count} میں سے {confirmed} کی تصدیق',
  whose: 'کس کے رابطے',
  ownContacts: 'آپ کے اپنے ادارے کے',
  askedBy: 'کس نے مانگا',
  askedAt: 'کب مانگا',
  under: 'کس معاہدے کے تحت',
  dueAt: 'میعاد',
  dueAtHint: 'UTC میں اس دن کا آغاز۔ خالی چھوڑیں تو 30 دن۔',
  answeredAt: 'سب کی تصدیق، کب سے',
  state: 'حالت',
  progress: 'کتنا ہو چکا',
  askRound: 'ایک دور مانگیں',
  askRoundMeans:
    'ہر رابطے کو آزما کر اس کی تصدیق یا درستی کی جائے۔ شراکت دار سے اسی معاہدے کے تحت مانگا جاتا ہے جس کی شرائط میں رابطوں کی تصدیق کا وقفہ مقرر ہو۔',
  ask: 'مانگیں',
  answer: 'کیا ہوا',
  answer_confirmed: 'تصدیق ہو گئی',
  answer_corrected: 'درست کیا گیا، تصدیق باقی',
  answer_open: 'جواب نہیں آیا',
  verifiedAt: 'تصدیق:',
  'reminded_due-soon': 'یاد دلایا گیا کہ میعاد قریب ہے',
  reminded_overdue: 'یاد دلایا گیا کہ میعاد گزر گئی',
  remind: 'انہیں یاد دلائیں',
  remindMeans: 'ہر مرحلہ ایک بار بتایا جاتا ہے، اور دونوں فریقوں کے ریکارڈ میں رہتا ہے۔',
  homeRound: 'آپ کے رابطوں کی تصدیق ہونی ہے؛ {asked_by} نے مانگی ہے:',
  homeRoundAsked: '{organization} نے اپنے رابطوں کی تصدیق وقت پر نہیں کی:',
};
