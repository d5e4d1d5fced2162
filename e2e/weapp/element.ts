import type { Data, Template } from './wxml.ts';

/** A node as WeChat would draw it. */
export type Element = {
  id: string;
  tag: string;
  attributes: Readonly<Record<string, unknown>>;
  events: Template['events'];
  /** All words inside. */
  text: string;
  parent: Element | undefined;
  children: Element[];
};

const textTag = '#text';
const nothing: Template = { tag: textTag, attributes: new Map(), events: new Map() };

const templateOf = ({ nn = '', focus }: Data, templates: ReadonlyMap<string, Template>): Template | undefined =>
  templates.get(nn) ?? templates.get(`${nn}_${focus === undefined ? 'blur' : 'focus'}`);

/** Throws for a node that the shipped templates cannot draw. */
const draw = (data: Data, templates: ReadonlyMap<string, Template>, parent: Element | undefined): Element => {
  const isText = data.v !== undefined;
  const template = isText ? nothing : templateOf(data, templates);
  if (template === undefined) throw new Error(`base.wxml has no template for ${data.nn}`);
  const element: Element = {
    id: data.uid ?? data.sid ?? '',
    tag: template.tag,
    attributes: Object.fromEntries([...template.attributes].map(([name, shortcut]) => [name, data[shortcut]])),
    events: template.events,
    text: data.v ?? '',
    parent,
    children: [],
  };
  element.children = (data.cn ?? []).map((child) => draw(child, templates, element));
  if (!isText) element.text = element.children.map(({ text }) => text).join('');
  return element;
};

export const drawPage = (root: Data, templates: ReadonlyMap<string, Template>): Element => ({
  id: '',
  tag: 'page',
  attributes: {},
  events: new Map(),
  text: '',
  parent: undefined,
  children: (root.cn ?? []).map((child) => draw(child, templates, undefined)),
});

const within = function* (element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
};

export const upwards = function* (element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) yield at;
};

const attribute = ({ attributes }: Element, name: string): string | undefined => {
  const value = attributes[name];
  return value === undefined || value === '' ? undefined : String(value);
};

export const isDisabled = (element: Element): boolean => attribute(element, 'aria-disabled') === 'true';

/** What a screen reader says. */
export const nameOf = (element: Element): string =>
  attribute(element, 'aria-label') ?? (element.text !== '' ? element.text : (attribute(element, 'placeholder') ?? ''));

const isHidden = (element: Element) => [...upwards(element)].some((each) => attribute(each, 'aria-hidden') === 'true');

/** The words on the page in order, one for each piece of text. */
export const wordsOf = (page: Element): string[] =>
  [...within(page)].filter((element) => element.tag === textTag && element.text !== '').map(({ text }) => text);

/** Everything with this event whose spoken name matches. */
export const reachable = (page: Element, event: string, name: string | RegExp): Element[] =>
  [...within(page)].filter((element) => {
    if (!element.events.has(event) || isHidden(element)) return false;
    const spoken = nameOf(element);
    return typeof name === 'string' ? spoken === name : name.test(spoken);
  });
