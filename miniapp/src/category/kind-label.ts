import type { Category } from '@suishoupai/shared/taxonomy/categories';

export const kindLabel: Record<Category['kind'], string> = { component: '设施', event: '现象' };
