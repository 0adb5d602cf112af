/** Stands for a dot that was written defanged: whoever writes `evil[.]zip` says that it is a domain. */
export const DEFANGED_DOT = '\ue000';

const REFANGED: readonly (readonly [RegExp, string])[] = [
  [/\ue000/g, ''],
  [/\bh(?:xx|\*\*|__)p(s?)(?=\W)/gi, 'http$1'],
  [/\bf(?:x|\*)p(?=\[?:)/gi, 'ftp'],
  [/\b(https?|ftp)(?:\[:\]|\[:\/\/\]|:\[\/\/\]|\[:\/\]\/|:\\\\|:\/\/)(?:\/\/)?/gi, '$1://'],
  [/ ?[[({] ?(?:at|@) ?[\])}] ?/gi, '@'],
  [/ ?[[({] ?(?:dot|\.) ?[\])}] ?/gi, DEFANGED_DOT],
  [/\[\.|\.\]|\\\./g, DEFANGED_DOT],
  [/\[:\]/g, ':'],
  [/\[\/\]/g, '/'],
];

/** A text whose addresses were made harmless (`hxxp`, `[.]`, `(dot)`, `[at]`), with them as they are. */
export const refang = (text: string): string =>
  REFANGED.reduce((so, [form, plain]) => so.replace(form, plain), text);
