import * as z from 'zod/mini';

/**
 * A category: `C` component (部件) or `E` event (事件), two digits of class (大类), two of subclass (小类), numbered after
 * GB/T 30428.2 as deployed; classes from 21 on are extensions (扩展).
 */
export const CategoryCode = z.string().check(z.regex(/^[CE]\d{4}$/));
export type CategoryCode = z.output<typeof CategoryCode>;
