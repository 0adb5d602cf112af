/** Words by which a class of RSIT 1.3 is known, in the three languages; the first code wins among equals. */
const WORDS: readonly (readonly [code: string, words: RegExp])[] = [
  [
    'fraud/phishing',
    /phish\w*|smish\w*|vish\w*|fake (?:log-?in|bank|page|site)|false (?:bank )?page|credential harvest\w*|فشنگ|جعلی (?:صفحہ|ویب سائٹ|لاگ ان)|钓鱼|仿冒(?:网站|页面)?|假冒(?:网站|页面|银行)/giu,
  ],
  [
    'malicious-code/infected-system',
    /ransom\w*|malware|trojan|virus|worm|infect\w*|encrypted (?:files|servers?|systems?)|رینسم ?ویئر|تاوان|میلویئر|وائرس|متاثرہ (?:نظام|کمپیوٹر)|勒索|恶意(?:软件|代码|程序)|木马|病毒|蠕虫|感染/giu,
  ],
  [
    'malicious-code/c2-server',
    /\bc2\b|\bc&c\b|command[- ]and[- ]control|beacon\w*|botnet|کمانڈ اینڈ کنٹرول|بوٹ ?نیٹ|命令(?:与|和)控制|控制服务器|僵尸网络/giu,
  ],
  [
    'availability/ddos',
    /d?dos\b|denial[- ]of[- ]service|flood\w*|سروس (?:کی )?بندش کا حملہ|ڈی ڈی او ایس|拒绝服务|流量攻击|洪水攻击/giu,
  ],
  [
    'availability/outage',
    /outage|unavailable|\bis down\b|\bare down\b|خدمات معطل|بند پڑ\S*|中断|宕机|无法访问/giu,
  ],
  [
    'information-content-security/data-leak',
    /leak\w*|exfiltrat\w*|stolen data|data breach|dump(?:ed)? (?:data|records)|ڈیٹا (?:لیک|چوری|افشا)|افشا|泄露|泄漏|窃取|数据外泄/giu,
  ],
  [
    'intrusion-attempts/brute-force',
    /brute[- ]?force\w*|password spray\w*|credential stuffing|failed log-?ins?|بروٹ فورس|پاس ورڈ کی بار بار کوشش|暴力破解|密码喷洒|撞库/giu,
  ],
  [
    'information-gathering/scanner',
    /port ?scan\w*|scann(?:ing|ed|er)\w*|probing|پورٹ اسکین\S*|اسکیننگ|端口扫描|扫描/giu,
  ],
  [
    'information-gathering/social-engineering',
    /social engineering|pretext\w*|impersonat\w*|سماجی انجینئرنگ|بہروپ|社会工程|社工|冒充/giu,
  ],
  [
    'intrusion-attempts/exploit',
    /exploit(?:ed|ing|ation)? attempts?|attempts? to exploit|sql injection|استحصال کی کوشش|漏洞利用|注入攻击/giu,
  ],
  [
    'intrusions/system-compromise',
    /compromis\w*|hacked|defac\w*|web ?shell|backdoor|intru(?:der|sion)\w*|ہیک|دراندازی|ویب شیل|入侵|被黑|后门|篡改|失陷/giu,
  ],
  ['vulnerable/vulnerable-system', /vulnerab\w*|unpatched|cve-\d{4}-\d+|کمزوری|漏洞|未打补丁/giu],
  ['abusive-content/spam', /\bspam\w*|junk mail|اسپام|垃圾邮件/giu],
];

/** The RSIT code that the words of a text speak for most; undefined if they speak for none. It is only a suggestion. */
export function suggestClass(text: string): string | undefined {
  const scores = WORDS.map(([code, words]) => ({ code, score: [...text.matchAll(words)].length }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.code : undefined;
}
