/**
 * A number to call, with its hyphens: `902-555-0142`, `1 800 555-0199`, `9-1-1`; the beginning of a name that is
 * isolated, or its end.
 */
const found =
  /(?<![\d-])(?:(?:\+?1[- \u00a0])?(?:\(?\d{3}\)?[- \u00a0])?\d{3}-\d{4}|\d-\d-\d)(?![\d-])|\u2068(?=[^\u2068\u2069<]*\u2069)|\u2069/g;

/**
 * Sets apart what must not be broken or turned in the body of a document: numbers to call stand on one line, and a
 * name between U+2068 and U+2069 (UAX #9) in `<bdi>`. An option of a form holds text alone.
 */
export function setApart(document: string): string {
  const body = document.indexOf('<body');
  if (body < 0) return document;
  let set = '';
  let done = 0;
  let isOpen = false;
  // The last brackets before a sign, looked for between one sign and the next alone: a text may be full of signs.
  const last = { '<': body, '>': -1 };
  let seen = body;
  const lastUpTo = (bracket: '<' | '>', index: number): number => {
    const at = document.slice(seen, index).lastIndexOf(bracket);
    if (at >= 0) last[bracket] = seen + at;
    return last[bracket];
  };
  found.lastIndex = body;
  for (let match = found.exec(document); match !== null; match = found.exec(document)) {
    const [sign] = match;
    const tag = lastUpTo('<', match.index);
    const isText = lastUpTo('>', match.index) > tag && !document.startsWith('<option', tag);
    seen = match.index;
    if (!isText || (sign === '\u2069' && !isOpen)) continue;
    set += document.slice(done, match.index);
    if (sign === '\u2068') set += '<bdi>';
    else if (sign === '\u2069') set += '</bdi>';
    else set += `<span class="number">${sign}</span>`;
    if (sign === '\u2068' || sign === '\u2069') isOpen = sign === '\u2068';
    done = match.index + sign.length;
  }
  return set + document.slice(done);
}
