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
};
