import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Binding = 'bind' | 'catch';

/** What `base.wxml` makes of one kind of node: which element, from which shortcut each attribute comes, and which events reach the page. */
export type Template = {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  events: ReadonlyMap<string, Binding>;
};

/** Taro writes every node as `{ nn, sid, … }` with properties under short names; `base.wxml` says which is which. */
export type Data = {
  nn?: string;
  sid?: string;
  uid?: string;
  v?: string;
  cn?: Data[];
  [shortcut: string]: unknown;
};

const opening = /^<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)/;

const templateOf = (body: string): Template | undefined => {
  const [, tag, written] = opening.exec(body) ?? [];
  if (tag === undefined || tag === 'block' || tag === 'template') return undefined;
  const attributes = new Map<string, string>();
  const events = new Map<string, Binding>();
  for (const [, name = '', value = ''] of (written ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const [, kind, event] = /^(bind|catch)(\w+)$/.exec(name) ?? [];
    const shortcut = /\bi\.(\w+)/.exec(value)?.[1];
    if (event !== undefined && value === 'eh') events.set(event, kind === 'catch' ? 'catch' : 'bind');
    else if (shortcut !== undefined) attributes.set(name, shortcut);
  }
  return { tag, attributes, events };
};

/** The templates of a build by node name; deeper copies of a template bind the same and are left out. */
export const readTemplates = (dist: string): ReadonlyMap<string, Template> => {
  const text = readFileSync(join(dist, 'base.wxml'), 'utf8');
  const templates = new Map<string, Template>();
  for (const [, name = '', body = ''] of text.matchAll(/<template name="tmpl_0_([\w-]+)">\s*([\s\S]*?)<\/template>/g)) {
    const template = templateOf(body);
    if (template !== undefined) templates.set(name, template);
  }
  return templates;
};
