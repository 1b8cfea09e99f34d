import { BlockList, isIP } from 'node:net';

/** Addresses that are nobody’s on the internet (IANA special-purpose registries): a secret does not go there. */
const reserved = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  reserved.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  reserved.addSubnet(network, prefix, 'ipv6');

/** Whether an address lies in a network of its own; an IPv4 address within IPv6 is what it wraps. */
export function isPrivate(address: string): boolean {
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (wrapped !== undefined) return isPrivate(wrapped);
  const hexadecimal = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (hexadecimal !== null) {
    const [high, low] = [hexadecimal[1], hexadecimal[2]].map((part) => Number.parseInt(part ?? '', 16));
    if (high === undefined || low === undefined) return true;
    return isPrivate([high >> 8, high & 255, low >> 8, low & 255].join('.'));
  }
  const family = isIP(address);
  return family === 0 || reserved.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Why a request with a secret may not go to an address as it is written; nothing where it may. */
export function refusedAddress(
  url: URL,
  loopbackToo: boolean,
): 'plain' | 'private' | 'credentials' | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (loopbackToo && isLoopback) return undefined;
  if (url.protocol !== 'https:') return 'plain';
  if (host === 'localhost' || host.endsWith('.localhost')) return 'private';
  return isIP(host) !== 0 && isPrivate(host) ? 'private' : undefined;
}
