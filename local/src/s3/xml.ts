const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeText = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

export type XmlNode = string | number | boolean | { [name: string]: XmlNode | XmlNode[] | undefined };

const render = (name: string, node: XmlNode): string =>
  typeof node === 'object'
    ? `<${name}>${renderChildren(node)}</${name}>`
    : `<${name}>${escapeText(String(node))}</${name}>`;

const renderChildren = (node: { [name: string]: XmlNode | XmlNode[] | undefined }): string =>
  Object.entries(node)
    .filter((entry): entry is [string, XmlNode | XmlNode[]] => entry[1] !== undefined)
    .map(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => render(name, one)).join(''))
    .join('');

export const xmlDocument = (name: string, node: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render(name, node)}`;
