/** A number to call, with its hyphens: `902-555-0142`, `1 800 555-0199`, `9-1-1`. */
const callable = /(?<![\d-])(?:(?:\+?1[- \u00a0])?(?:\(?\d{3}\)?[- \u00a0])?\d{3}-\d{4}|\d-\d-\d)(?![\d-])/g;

/** A tag, then the text up to the next one. */
const stretches = /(<[^>]*>)([^<]+)/g;

/**
 * Sets apart what must not be broken or turned in the body of a document: numbers to call stand on one line, and a
 * name between U+2068 and U+2069 (UAX #9) in `<bdi>`. An option of a form holds text alone.
 */
export function setApart(document: string): string {
  const body = document.indexOf('<body');
  if (body < 0 || !/\d-\d|\u2068/.test(document.slice(body))) return document;
  const shown = document.slice(body).replace(stretches, (whole, tag: string, text: string) => {
    if (tag.startsWith('<option')) return whole;
    return (
      tag +
      text
        .replace(callable, '<span class="number">$&</span>')
        .replace(/\u2068([^\u2068\u2069]*)\u2069/g, '<bdi>$1</bdi>')
    );
  });
  return document.slice(0, body) + shown;
}
