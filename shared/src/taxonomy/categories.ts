import { classes, gbCodes } from './catalogue.ts';
import type { CategoryCode } from './contract.ts';

export type CategoryKind = 'component' | 'event';

export type Category = {
  code: CategoryCode;
  name: string;
  /** The class (大类) it stands in. */
  className: string;
  kind: CategoryKind;
  /** The street category of the standard's list that a residential extension reports to the city as. */
  gb?: CategoryCode;
};

export type CategoryClass = {
  /** `C` or `E` and the two digits of the class: the prefix of its categories. */
  prefix: string;
  name: string;
  kind: CategoryKind;
  categories: readonly Category[];
};

const kindOf = (prefix: string): CategoryKind => (prefix.startsWith('C') ? 'component' : 'event');

/** `名` takes the number after the one before it; `99名` says its own. */
const readClass = ([prefix, name, subclasses]: (typeof classes)[number]): CategoryClass => {
  const kind = kindOf(prefix);
  let number = 0;
  const categories = subclasses.split(' ').map((word): Category => {
    const hasNumber = word.startsWith('99');
    number = hasNumber ? 99 : number + 1;
    const code = prefix + String(number).padStart(2, '0');
    const gb = gbCodes[code];
    return { code, name: hasNumber ? word.slice(2) : word, className: name, kind, ...(gb ? { gb } : {}) };
  });
  return { prefix, name, kind, categories };
};

const allClasses: readonly CategoryClass[] = classes.map(readClass);
const all: readonly Category[] = allClasses.flatMap((each) => each.categories);
const byCode = new Map(all.map((category) => [category.code, category]));
/** What a new community offers first, until its own reports say what is usual there. */
export const defaultCommon: readonly CategoryCode[] = [
  'C0118', // 路灯
  'E0102', // 暴露垃圾
  'C2104', // 井盖
  'E2101', // 电动车隐患
  'E2102', // 消防通道堵塞
  'E0506', // 非机动车乱停放
  'E0110', // 道路破损
  'E2109', // 噪声
  'E2107', // 电梯故障
  'E0404', // 下水道堵塞
];

/** The category of a code, or undefined when the catalogue has none such. */
export const categoryByCode = (code: string): Category | undefined => byCode.get(code);

/** Every class with its categories, for browsing: what residents meet at home first, then the street, then components. */
export const categoryClasses = (): readonly CategoryClass[] => allClasses;
