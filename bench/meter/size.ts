import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as it is sent to DynamoDB. */
export type Attributes = Record<string, AttributeValue>;

const [listOrMapBytes, elementBytes] = [3, 1];

/** About one byte for two significant digits, one for the exponent and one for the sign where it is minus. */
const sizeOfNumber = (text: string): number => {
  const [mantissa = ''] = text.replace(/^[+-]/, '').split(/e/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const point = whole.length;
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  if (first === -1) return 1;
  const last = digits.length - (digits.match(/0*$/)?.[0].length ?? 0);
  // Pairs stand to the left and to the right of the point: an odd number of digits before it begins a pair of its own.
  const left = Math.ceil(Math.max(0, Math.min(last, point) - first) / 2);
  const right = Math.ceil(Math.max(0, last - Math.max(first, point)) / 2);
  return left + right + 1 + (text.startsWith('-') ? 1 : 0);
};

const sum = <T>(parts: readonly T[], sizeOfPart: (part: T) => number): number =>
  parts.reduce((total, part) => total + sizeOfPart(part), 0);

const sizeOfValue = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return sizeOfNumber(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.SS !== undefined) return sum(value.SS, Buffer.byteLength);
  if (value.NS !== undefined) return sum(value.NS, sizeOfNumber);
  if (value.BS !== undefined) return sum(value.BS, ({ length }) => length);
  if (value.L !== undefined) return listOrMapBytes + sum(value.L, (each) => elementBytes + sizeOfValue(each));
  if (value.M !== undefined) {
    return listOrMapBytes + elementBytes * Object.keys(value.M).length + sizeOf(value.M);
  }
  return 1;
};

/** The bytes of an item by DynamoDB's rule: names and values. An item that is absent has none. */
export const sizeOf = (item: Attributes | undefined): number =>
  sum(Object.entries(item ?? {}), ([name, value]) => Buffer.byteLength(name) + sizeOfValue(value));
