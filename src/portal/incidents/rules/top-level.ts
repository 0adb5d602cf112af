const words = (text: string): string[] => text.trim().split(/\s+/);

/** Countries (ISO 3166-1 as IANA delegates them). */
const COUNTRIES = words(`
  ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd
  cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge
  gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh
  ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw
  mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb
  sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk
  us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw`);

/** Those of other domains that incidents mention most; any other is found where it is defanged or in a URL. */
const GENERIC = words(`
  com org net info biz edu gov mil int arpa name pro mobi asia aero coop museum travel jobs cat tel post
  app dev page cloud online site website store shop xyz top club icu live life vip work click link space tech fun
  world email support help services solutions systems network digital media news blog agency center company group
  bank finance financial money cash loan loans credit casino bet win bid trade review stream download racing date
  party science men gdn buzz rest cyou cfd sbs lol quest monster bond beauty hair skin makeup homes autos boats
  pics wiki today rocks ninja guru expert tools zone host press ltd llc inc ooo one red blue pink black global city
  onion bit example test invalid local`);

const OTHER_SCRIPTS = words(
  '中国 中國 公司 网络 網絡 网址 在线 中文网 香港 台灣 政务 پاکستان ایران بھارت рф укр срб 한국',
);

const KNOWN = new Set([...COUNTRIES, ...GENERIC, ...OTHER_SCRIPTS]);

export const isTopLevel = (label: string): boolean => KNOWN.has(label.toLowerCase()) || /^xn--/i.test(label);

/** Endings of file names that are domains of countries as well: two words with them are rather a file. */
const FILES = new Set(words('md pl ps py rs sh so'));

export const isRatherAFile = (name: string): boolean => {
  const labels = name.toLowerCase().split('.');
  return labels.length === 2 && FILES.has(labels[1] ?? '');
};
