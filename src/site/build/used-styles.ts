/** A rule, or a group of rules such as `@media print`. */
type Node =
  | { readonly selectors: readonly Selector[]; readonly body: string }
  | { readonly prelude: string; readonly inside: readonly Node[] };

/** The classes and elements without which a selector matches nothing: `.facts`, `dt`. */
interface Selector {
  readonly text: string;
  readonly needs: readonly string[];
}

/** What scripts add to a page, and are styled for. */
const added = ['.alert', 'button', 'mark'];

/** The rules of a sheet that can match something in a document, in their order. */
export function createUsedStyles(css: string): (html: string) => string {
  const nodes = nodesOf(css);
  /** Most pages of a kind are made of the same elements and classes. */
  const known = new Map<string, string>();
  return (html) => {
    const there = new Set(/<script[^>]* src=/.test(html) ? added : []);
    for (const [, tag = ''] of html.matchAll(/<([a-z][a-z0-9]*)/g)) there.add(tag);
    for (const [, classes = ''] of html.matchAll(/ class="([^"]*)"/g))
      for (const one of classes.split(' ')) there.add(`.${one}`);
    const key = [...there].sort().join(' ');
    const used = known.get(key) ?? textOf(nodes, there);
    known.set(key, used);
    return used;
  };
}

const textOf = (nodes: readonly Node[], there: ReadonlySet<string>): string =>
  nodes
    .map((node) => {
      if ('inside' in node) {
        const inside = textOf(node.inside, there);
        return inside === '' ? '' : `${node.prelude}{${inside}}`;
      }
      const used = node.selectors.filter(({ needs }) => needs.every((one) => there.has(one)));
      return used.length === 0 ? '' : `${used.map(({ text }) => text).join(',')}{${node.body}}`;
    })
    .join('');

function nodesOf(css: string): readonly Node[] {
  const nodes: Node[] = [];
  for (let start = 0; start < css.length; ) {
    const open = css.indexOf('{', start);
    if (open < 0) break;
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < css.length; end += 1) {
      if (css[end] === '{') depth += 1;
      else if (css[end] === '}') depth -= 1;
    }
    const [prelude, body] = [css.slice(start, open), css.slice(open + 1, end - 1)];
    nodes.push(
      body.includes('{') ? { prelude, inside: nodesOf(body) } : { selectors: selectorsOf(prelude), body },
    );
    start = end;
  }
  return nodes;
}

/** What is only one choice of several, or excluded, or a state, is not needed. */
const selectorsOf = (prelude: string): readonly Selector[] =>
  prelude.split(/,(?![^(]*\))/).map((text) => ({
    text,
    needs: text.startsWith('@')
      ? []
      : (text.replace(/:[a-z-]+\([^()]*\)|\[[^\]]*\]|::?[a-z-]+/g, '').match(/\.?[a-z][\w-]*/g) ?? []),
  }));
