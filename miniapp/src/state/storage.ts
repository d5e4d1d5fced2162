import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

/** What the schema accepts, or undefined when there is nothing, or something an older version wrote. */
export const readStored = <S extends z.ZodMiniType>(key: string, schema: S): z.output<S> | undefined => {
  let value: unknown;
  try {
    value = Taro.getStorageSync(key);
  } catch {
    return undefined;
  }
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : undefined;
};

/** False when the phone has no room left: the screen must say so, because what was typed would be lost. */
export const writeStored = (key: string, value: unknown): boolean => {
  try {
    if (value === undefined) Taro.removeStorageSync(key);
    else Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
};

/** Keys that begin so, of everything this phone remembers. */
export const storedKeys = (prefix: string): string[] => {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
};
