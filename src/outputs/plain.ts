/**
 * What no format of ours may hold: XML 1.0 §2.2 and RFC 5545 §3.1 forbid control characters, UTF-8 half a character.
 * Ends of lines and tabs remain.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff\p{Cs}]/gu;

/** A text as every machine can read it. Each serialiser passes its texts through this, and nothing else does. */
export const plainText = (text: string): string => text.replace(forbidden, '');
