import * as z from 'zod/mini';
import { remembered, useRemembered } from './remembered.ts';

const elder = remembered('elder', z.boolean());

export const setElder = (isOn: boolean): void => elder.set(isOn);

export const useElder = (): boolean => useRemembered(elder) ?? false;
