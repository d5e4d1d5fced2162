import { AppError, type FieldError, invalidField } from '@suishoupai/shared/contract/errors';
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';

/** The largest honest body of most routes is a report: 500 characters and nine ids. */
const reportBytes = 16 * 1024;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

const bound = (value: unknown) => String(value);

const sentence = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${bound(issue.maximum)} 个字`;
      return issue.origin === 'array' ? `最多 ${bound(issue.maximum)} 项` : `不能大于 ${bound(issue.maximum)}`;
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? '不能为空' : `至少 ${bound(issue.minimum)} 个字`;
      return issue.origin === 'array' ? `至少 ${bound(issue.minimum)} 项` : `不能小于 ${bound(issue.minimum)}`;
    case 'unrecognized_keys':
      return `有不认识的内容：${issue.keys.join('、')}`;
    case 'invalid_type':
      return issue.input === undefined ? '缺少这一项' : '类型不对';
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    default:
      return '格式不对';
  }
};

const fieldErrors = (part: string, issues: readonly z.core.$ZodIssue[]): FieldError[] =>
  issues.map((issue) => ({
    field: [part, ...issue.path.map(String)].join('.'),
    rule: issue.code,
    message: sentence(issue),
  }));

/** Parses one part of a request; a broken rule becomes `request.invalid` that names every field. */
export const parsePart = <S extends z.core.$ZodType>(part: string, schema: S, value: unknown): z.output<S> => {
  const parsed = safeParse(schema, value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AppError('request.invalid', fieldErrors(part, parsed.error.issues));
};

/** JSON text to a value. Keys that reach prototypes are refused here, before any schema sees them. */
export const parseJson = (text: string, maxBytes = reportBytes): unknown => {
  if (Buffer.byteLength(text) > maxBytes) throw new AppError('request.tooLarge');
  let refused: string | undefined;
  let value: unknown;
  try {
    value = JSON.parse(text, (key, inner: unknown) => {
      if (forbiddenKeys.has(key)) refused = key;
      return inner;
    });
  } catch (error) {
    throw new AppError('request.invalid', [{ field: 'body', rule: 'json', message: '不是有效的 JSON' }], {
      cause: error,
    });
  }
  if (refused !== undefined) throw invalidField(`body.${refused}`, 'unrecognized_keys', `有不认识的内容：${refused}`);
  return value;
};
