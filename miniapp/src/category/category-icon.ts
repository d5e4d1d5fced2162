import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { IconName } from '../ui/icon/names.generated.ts';

const icons: Readonly<Record<string, IconName>> = {
  E21: 'house',
  E01: 'trash-2',
  E02: 'megaphone',
  E03: 'construction',
  E04: 'triangle-alert',
  E05: 'store',
  C01: 'lightbulb',
  C02: 'traffic-cone',
  C03: 'trash-2',
  C04: 'trees',
  C05: 'building-2',
  C21: 'building-2',
};

/** The picture of a category's class, for what has no photo. */
export const categoryIcon = (code: CategoryCode): IconName => icons[code.slice(0, 3)] ?? 'clipboard-list';
