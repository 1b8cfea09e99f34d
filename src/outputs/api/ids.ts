import { createHash } from 'node:crypto';

/** Twelve of a–z and 0–9, as the original has them: always the same for the same name, and nothing can be read in it. */
function opaqueId(name: string): string {
  const number = BigInt(`0x${createHash('sha256').update(name).digest('hex')}`);
  return number.toString(36).padStart(12, '0').slice(-12);
}

/** A notice keeps the id that it was imported with: clients that know it do not take it for a new one. */
export const noticeId = (notice: {
  readonly id: string;
  readonly imported?: { readonly id: string } | undefined;
}): string => notice.imported?.id ?? opaqueId(`notice ${notice.id}`);

export const componentId = (service: string): string => opaqueId(`service ${service}`);
export const groupId = (group: string): string => opaqueId(`group ${group}`);
export const updateId = (notice: string, anchor: string): string => opaqueId(`update ${notice} ${anchor}`);
export const pageId = (url: string): string => opaqueId(`page ${url}`);
