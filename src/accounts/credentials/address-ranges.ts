import { buildMessage, ValidateBy } from 'class-validator';
import { BlockList, isIP } from 'node:net';
import { groupsOf, plainAddress } from '../../platform/network';

/** An address as one number, so that the bits after a prefix can be looked at. */
function numberOf(address: string): bigint {
  const parts = address.includes(':')
    ? groupsOf(address).map((group) => group.padStart(4, '0'))
    : address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
  return BigInt(`0x${parts.join('')}`);
}

/**
 * A range in CIDR notation as it is kept, `192.0.2.0/24` or `2001:db8::/32`; a single address is a range of one.
 * Undefined for anything else, also for bits after the prefix, which would mean another range than was written, and
 * for IPv4 written as IPv6.
 */
export function addressRange(text: unknown): string | undefined {
  const [, address = '', written] = /^([0-9a-f.:]+)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(String(text)) ?? [];
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || (bits === 128 && address.includes('.'))) return undefined;
  const prefix = Number(written ?? bits);
  if (prefix > bits || numberOf(address) & ((1n << BigInt(bits - prefix)) - 1n)) return undefined;
  return `${address.toLowerCase()}/${prefix}`;
}

/** Whether an address lies in one of the ranges; with none, every address does. */
export function isAllowed(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0) return true;
  const plain = plainAddress(address);
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    // The list takes IPv4 addresses for mapped IPv6 ones; a range says what it says.
    if (isIP(network) === family) list.addSubnet(network, Number(prefix), `ipv${family}` as 'ipv4' | 'ipv6');
  }
  return list.check(plain, `ipv${family}` as 'ipv4' | 'ipv6');
}

/** A property that holds address ranges. */
export const IsAddressRange = () =>
  ValidateBy(
    {
      name: 'addressRange',
      validator: {
        validate: (value) => typeof value === 'string' && addressRange(value) !== undefined,
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be an address or a range as 192.0.2.0/24 or 2001:db8::/32, without bits after the prefix`,
        ),
      },
    },
    { each: true },
  );
