/**
 * An indicator in the form in which nobody opens it by mistake: `hxxps://evil[.]example`, `user[@]evil[.]example`.
 * Hashes, paths and what was defanged before stay as they are.
 */
export function defanged(text: string): string {
  return text
    .replace(/\b(h)tt(ps?:\/\/)/gi, '$1xx$2')
    .replace(/\bftp:\/\//gi, 'fxp://')
    .replace(/(?<=[\p{L}\p{N}_-])@(?=[\p{L}\p{N}])/gu, '[@]')
    .replace(/(?<=[\p{L}\p{N}_-])\.(?=[\p{L}\p{N}_-])/gu, '[.]')
    .replace(/(?<=[0-9a-f]):(?=[0-9a-f:]*::?[0-9a-f])/gi, '[:]');
}
