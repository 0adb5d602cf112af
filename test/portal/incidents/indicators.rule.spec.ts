import { RSIT_CODES } from '../../../src/disclosure';
import { findIndicators } from '../../../src/portal/incidents/rules/indicators';
import { defanged } from '../../../src/portal/frame/defang';
import { refang } from '../../../src/portal/incidents/rules/refang';
import { suggestClass } from '../../../src/portal/incidents/rules/suggest-class';

const found = (text: string) => findIndicators(text).map(({ type, value }) => `${type} ${value}`);
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';
const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const SHA256 = `${MD5}${MD5}`;
const SHA512 = `${SHA256}${SHA256}`;

describe('pasted text', () => {
  test.each([
    ['Beacons to 192.0.2.77, and 198.51.100.3.', ['IPv4 192.0.2.77', 'IPv4 198.51.100.3']],
    ['from 192[.]0[.]2[.]77:8080', ['IPv4 192.0.2.77']],
    [
      'resolves to 2001:DB8::1 and fe80::1ff:fe23:4567:890a',
      ['IPv6 2001:db8::1', 'IPv6 fe80::1ff:fe23:4567:890a'],
    ],
    ['2001[:]db8[:][:]7', ['IPv6 2001:db8::7']],
    ['The page login.bank.example was false.', ['Domain login.bank.example']],
    [
      'evil[.]zip, worse(dot)example and bad[dot]mov',
      ['Domain evil.zip', 'Domain worse.example', 'Domain bad.mov'],
    ],
    ['hxxps://evil[.]example/a?b=c#d', ['URL https://evil.example/a?b=c#d']],
    ['(see hXXp://192.0.2.1:81/x).', ['URL http://192.0.2.1:81/x']],
    [
      'https[://]evil.example/login and http[:]//bad.example',
      ['URL https://evil.example/login', 'URL http://bad.example'],
    ],
    ['http://[2001:db8::1]/x', ['URL http://[2001:db8::1]/x']],
    [
      'sent by pay[at]bank[.]example and help@bank.example',
      ['E-mail pay@bank.example', 'E-mail help@bank.example'],
    ],
    [
      `${MD5} ${SHA1} ${SHA256.toUpperCase()} ${SHA512}`,
      [`MD5 ${MD5}`, `SHA-1 ${SHA1}`, `SHA-256 ${SHA256}`, `SHA-512 ${SHA512}`],
    ],
    ['through cve-2026-10001 and CVE–2025–1234', ['CVE CVE-2026-10001', 'CVE CVE-2025-1234']],
    ['پتہ evil[.]example سے 192.0.2.5 تک', ['Domain evil.example', 'IPv4 192.0.2.5']],
    ['攻击者使用192.0.2.5。域名为 例子.中国，', ['IPv4 192.0.2.5', 'Domain 例子.中国']],
    ['受害者访问evil.example下载了', ['Domain evil.example']],
    ['攻击者使用 192.0.2.5 和 evil.example。', ['IPv4 192.0.2.5', 'Domain evil.example']],
    ['pаypal.com with a Cyrillic a', ['Domain pаypal.com']],
    ['evil.example EVIL.example evil[.]example', ['Domain evil.example']],
    ['"bad.example"; <worse.example>', ['Domain bad.example', 'Domain worse.example']],
  ])('yields of %j its indicators', (text, indicators) => {
    expect(found(text)).toEqual(indicators);
  });

  test.each([
    'Version 10.2.3.4 and v1.2.3.4 of the firmware, build 10.0.19.5, 版本 1.2.3.4',
    'Node 24.1.0, OpenSSL 3.0.13, 1.2.3.4.5',
    '300.1.1.1 and 1.2.3',
    'report.pdf, invoice.docx, setup.exe, a.dll, archive.tar.gz, run.sh, readme.md, tool.py, libc.so',
    'at 12:30:45 and 08:15, std::vector, a::b, ::',
    'e.g. this, i.e. that, U.S. banks, Dr.Malik, etc.',
    `x${MD5} ${MD5.slice(1)} ${MD5}0 01890000-0000-7000-8000-000000000000`,
    'CVE-26-1, CVE-2026-12',
    'file.open() and os.path.join()',
    '',
  ])('yields nothing of %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('is read quickly however it is made', () => {
    const began = performance.now();
    for (const piece of ['a.', '1.', 'a:', '[.]', 'http://', 'a@', 'a-', '::', 'h**p'])
      findIndicators(piece.repeat(50_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

describe('defanging', () => {
  test.each([
    ['https://evil.example/a.php', 'hxxps://evil[.]example/a[.]php'],
    ['http://user@evil.example:81', 'hxxp://user[@]evil[.]example:81'],
    ['ftp://evil.example', 'fxp://evil[.]example'],
    ['evil.example', 'evil[.]example'],
    ['192.0.2.77', '192[.]0[.]2[.]77'],
    ['2001:db8::1', '2001[:]db8[:]:1'],
    ['pay@bank.example', 'pay[@]bank[.]example'],
    [MD5, MD5],
    ['CVE-2026-10001', 'CVE-2026-10001'],
  ])('makes %s harmless, and finding reads it again', (value, harmless) => {
    expect(defanged(value)).toBe(harmless);
    expect(findIndicators(harmless).map((one) => one.value)).toEqual([value]);
  });

  test('leaves other words alone', () => {
    expect(refang('See [at] once? No [dotted] line.')).toContain('[dotted]');
  });
});

describe('a class suggested by words', () => {
  test.each([
    ['A false bank page; phishing by SMS', 'fraud/phishing'],
    ['Ransomware encrypted servers', 'malicious-code/infected-system'],
    ['بینک کے صارفین کو فشنگ پیغام ملا', 'fraud/phishing'],
    ['تین شاخوں میں رینسم ویئر', 'malicious-code/infected-system'],
    ['银行客户遭钓鱼短信攻击', 'fraud/phishing'],
    ['服务器感染勒索软件', 'malicious-code/infected-system'],
    ['网站遭遇拒绝服务攻击', 'availability/ddos'],
    ['DDoS flood against the portal', 'availability/ddos'],
    ['Customer records leaked', 'information-content-security/data-leak'],
  ])('is for %j %s', (text, code) => {
    expect(suggestClass(text)).toBe(code);
    expect(RSIT_CODES).toContain(code);
  });

  test('is none where no word speaks for any', () => {
    expect(suggestClass('Something happened.')).toBeUndefined();
  });
});
