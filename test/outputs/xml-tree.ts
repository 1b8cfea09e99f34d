import { SaxesParser } from 'saxes';

/** An element as a strict parser reads it; names with their prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** Throws where a document is not well formed (XML 1.0, Namespaces in XML). */
export function parseXml(document: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlNode[];
    text: string;
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const node: Open = { name, attributes: plain, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    const node = stack.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(document).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('no root');
  return root;
}

export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.filter((child) => child.name === name);

/** The text of the only child of that name. Throws where there are none or several. */
export function textOf(node: XmlNode, name: string): string {
  const [only, ...others] = childrenOf(node, name);
  if (only === undefined || others.length > 0)
    throw new Error(`${others.length} more ${name} in ${node.name}`);
  return only.text;
}
