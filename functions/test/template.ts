import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const Resource = z.looseObject({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) });
const Template = z.object({ Resources: z.record(z.string(), Resource) });

export type Resource = z.output<typeof Resource>;
export type Template = z.output<typeof Template>;

/** What is wrong with a template, one line each; nothing is wrong when there are none. */
export type Rule = (template: Template) => string[];

export const readTemplate = (file: string): Template => z.parse(Template, JSON.parse(readFileSync(file, 'utf8')));

/** All resources of a type as pairs of logical id and resource. */
export const ofType = ({ Resources }: Template, type: string): [string, Resource][] =>
  Object.entries(Resources).filter(([, resource]) => resource.Type === type);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What lies under the keys, one level each; undefined when a level is missing. Numbers are keys of arrays. */
export const under = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

export const listOf = (value: unknown): unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** A reference as one string: `TicketsTable.Arn` for Fn::GetAtt and Ref, the text for Fn::Sub, JSON for what has no such form. */
export const nameOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const name = under(value, 'Fn::GetAtt') ?? under(value, 'Ref') ?? under(value, 'Fn::Sub');
  if (Array.isArray(name)) return name.join('.');
  return typeof name === 'string' ? name : JSON.stringify(value);
};

/** A copy in which the value under the keys is another; undefined takes it out. */
export const changed = (template: Template, keys: readonly (string | number)[], value: unknown): Template => {
  const copy = structuredClone(template);
  const parent = under(copy, ...keys.slice(0, -1));
  const last = keys.at(-1);
  if (!isRecord(parent) || last === undefined) throw new Error(`nothing under ${keys.join('.')}`);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
};
