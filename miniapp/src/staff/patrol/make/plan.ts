import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { GridId, type PatrolId } from '@suishoupai/shared/ids';
import { Day } from '@suishoupai/shared/tickets/contract';
import * as z from 'zod/mini';

export const PatrolBody = fieldworkRoutes.makePatrol.body;
export type PatrolBody = z.output<typeof PatrolBody>;

/** A list in the making. */
export const Plan = z.object({
  gridId: z.optional(GridId),
  day: Day,
  items: z.array(z.object({ id: z.string(), text: z.string(), place: z.string() })),
});
export type Plan = z.output<typeof Plan>;

/** What is looked at most. */
export const usualItems: readonly string[] = [
  '消防通道是否畅通',
  '楼道有无飞线充电',
  '楼道有无堆放杂物',
  '电动车是否进楼',
  '井盖、路面是否完好',
  '公共照明是否正常',
  '垃圾投放点是否整洁',
  '独居老人家里看一看',
];

/** The next id that no item of the list has. */
const freshId = ({ items }: Plan): string => {
  const numbers = items.map(({ id }) => Number(id)).filter((number) => !Number.isNaN(number));
  return String(Math.max(0, ...numbers) + 1);
};

export const isFull = ({ items }: Plan): boolean => items.length >= fieldworkLimits.items;

export const withItem = (plan: Plan, text: string): Plan =>
  isFull(plan) ? plan : { ...plan, items: [...plan.items, { id: freshId(plan), text, place: '' }] };

export const withoutItem = (plan: Plan, id: string): Plan => ({
  ...plan,
  items: plan.items.filter((item) => item.id !== id),
});

export const changedItem = (plan: Plan, id: string, change: { text?: string; place?: string }): Plan => ({
  ...plan,
  items: plan.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});

/** Lines that say something. */
export const written = ({ items }: Plan) => items.filter(({ text }) => text.trim() !== '');

export const missingIn = (plan: Plan): string | undefined => {
  if (plan.gridId === undefined) return '先选一个网格';
  return written(plan).length === 0 ? '至少写一条' : undefined;
};

/** What is sent: lines that say nothing are left out. */
export const bodyOf = (plan: Plan, communityId: string, id: PatrolId): PatrolBody | undefined => {
  const { gridId, day } = plan;
  if (gridId === undefined || missingIn(plan) !== undefined) return undefined;
  const items = written(plan).map(({ id: item, text, place }) => ({
    id: item,
    text: text.trim(),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
  }));
  return { id, communityId, gridId, day, items };
};
