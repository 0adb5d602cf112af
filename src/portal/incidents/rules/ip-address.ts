const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Whether a text is an IPv4 address: four numbers from 0 to 255 without leading zeros. */
export function isIPv4(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet));
}

/** Whether a text is an IPv6 address, as RFC 4291 writes them. */
export function isIPv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const endsInIPv4 = !text.endsWith('::') && isIPv4(groups.at(-1) ?? '');
  const length = groups.length + (endsInIPv4 ? 1 : 0);
  const plain = endsInIPv4 ? groups.slice(0, -1) : groups;
  return plain.every((group) => GROUP.test(group)) && (halves.length === 2 ? length <= 7 : length === 8);
}
