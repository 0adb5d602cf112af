/** What can be wrong with requests for the consent of an originator. */
export const consentFaults = {
  'consent/ask-source':
    'اس میں وہ مواد ہے جو کوئی اور ٹیم آپ سے شیئر کرتی ہے۔ اسی ٹیم سے یہیں رضامندی مانگیں۔',
  'consent-request/free': 'یہ TLP:CLEAR ہے، اس لیے کسی کی رضامندی درکار نہیں۔ آگے دے دیں۔',
  'consent-request/not-derived':
    'آپ کی انتباہی ہدایت میں کسی اور کا کچھ نہیں۔ اسی مواد سے نئی لکھیں یا دستاویز درآمد کریں۔',
  'consent-request/other-source':
    'آپ کی انتباہی ہدایت کے بارے میں درج ہے کہ اس میں کوئی اور مواد ہے۔ ہر ماخذ کے لیے الگ انتباہی ہدایت لکھیں۔',
  'consent-request/consent-recorded':
    'آپ کی ٹیم نے اس ماخذ کی رضامندی خود درج کی ہے اور وہ ابھی باقی ہے۔ پہلے اسے واپس لیں، پھر مانگیں۔',
  'consent-request/over':
    'درخواست کا جواب آ چکا، وہ بند ہو چکی یا اس کی میعاد گزر گئی۔ مانگنے والا نئی درخواست دے سکتا ہے۔',
  'consent-request/no-consent': 'کوئی رضامندی باقی نہیں، اس لیے واپس لینے کو کچھ نہیں۔',
  'consent-request/not-originator':
    'جواب صرف وہی ٹیم دیتی ہے جس کا یہ مواد ہے۔ آپ کی ٹیم نے مانگا ہے، وہ درخواست بند کر سکتی ہے۔',
  'consent-request/not-requester': 'درخواست صرف وہی ٹیم بند کرتی ہے جس نے مانگا۔ آپ انکار کر سکتے ہیں۔',
} as const;
