import * as z from 'zod/mini';
import { Refusal } from './refusal.ts';
import { algorithm, demandSignature, timeOfStamp, type Verifier } from './signature.ts';

/** Field names in lower case, as S3 compares them. */
export type FormFields = ReadonlyMap<string, string>;
export type SizeRange = { min: number; max: number };

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.startsWith('$')), z.string()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

/** Fields that need no condition. */
const exempt = new Set(['x-amz-signature', 'policy', 'file']);

const parsePolicy = (encoded: string) => {
  try {
    return z.parse(Policy, JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch (error) {
    throw new Refusal(
      'InvalidPolicyDocument',
      `Invalid Policy: ${error instanceof Error ? error.message : 'not JSON'}`,
    );
  }
};

const required = (fields: FormFields, name: string): string => {
  const value = fields.get(name);
  if (value === undefined) throw new Refusal('InvalidArgument', `Bucket POST must contain a field named '${name}'.`);
  return value;
};

const matches = (operator: 'eq' | 'starts-with', name: string, value: string, wanted: string): boolean => {
  if (operator === 'eq') return value === wanted;
  if (name !== 'content-type') return value.startsWith(wanted);
  return value.split(',').every((part) => part.startsWith(wanted));
};

const invalid = (reason: string) => new Refusal('AccessDenied', `Invalid according to Policy: ${reason}`);

const checkConditions = (conditions: readonly z.output<typeof Condition>[], fields: FormFields, bucket: string) => {
  const covered = new Set(exempt);
  let size: SizeRange = { min: 0, max: Number.POSITIVE_INFINITY };
  const check = (operator: 'eq' | 'starts-with', name: string, wanted: string) => {
    covered.add(name);
    const value = name === 'bucket' ? bucket : (fields.get(name) ?? '');
    if (!matches(operator, name, value, wanted))
      throw invalid(`Policy Condition failed: ["${operator}", "$${name}", "${wanted}"]`);
  };
  for (const condition of conditions) {
    if (!Array.isArray(condition))
      for (const [name, wanted] of Object.entries(condition)) check('eq', name.toLowerCase(), wanted);
    else if (condition[0] === 'content-length-range')
      size = { min: Math.max(size.min, condition[1]), max: Math.min(size.max, condition[2]) };
    else check(condition[0], condition[1].slice(1).toLowerCase(), condition[2]);
  }
  const extra = [...fields.keys()].find((name) => !covered.has(name) && !name.startsWith('x-ignore-'));
  if (extra !== undefined) throw invalid(`Extra input fields: ${extra}`);
  return size;
};

/**
 * What S3 checks of a POST form before it takes the file: signature of the policy, expiry, every condition, no field without a
 * condition. Returns the sizes in bytes that the policy allows; the caller counts.
 */
export const verifyPost = async (fields: FormFields, bucket: string, verifier: Verifier): Promise<SizeRange> => {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw new Refusal('AccessDenied', 'Access Denied');
  if (required(fields, 'x-amz-algorithm') !== algorithm)
    throw new Refusal('InvalidArgument', `X-Amz-Algorithm must be ${algorithm}`);
  const stamp = required(fields, 'x-amz-date');
  if (timeOfStamp(stamp) === undefined)
    throw new Refusal('InvalidArgument', 'X-Amz-Date must be like 20261103T080910Z');
  const signature = required(fields, 'x-amz-signature');
  await demandSignature(
    { text: encoded, credential: required(fields, 'x-amz-credential'), stamp, signature },
    verifier,
  );
  const { expiration, conditions } = parsePolicy(encoded);
  if (Date.parse(expiration) <= verifier.now().getTime()) throw invalid('Policy expired.');
  return checkConditions(conditions, fields, bucket);
};
