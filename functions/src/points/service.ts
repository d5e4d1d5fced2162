import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { RuleHistory } from '@suishoupai/shared/points/book-contract';
import type { Points } from '@suishoupai/shared/points/contract';
import { type EarningRule, earningRules, usedOf } from '@suishoupai/shared/points/earning';
import { shownLines } from '@suishoupai/shared/points/limits';
import type { Unit } from '@suishoupai/shared/points/transfer';
import type { Viewer } from '../http/handlers.ts';
import { codeOf } from './corrections.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { PublishedRule, RuleStore } from './rule-store.ts';
import { shownRules } from './rules.ts';
import { balanceOf, lineOf } from './shown.ts';

type Deps = { ledger: Pick<LedgerStore, 'book' | 'list'>; rules: Pick<RuleStore, 'list'> };

/** Every version of a community's rules, the newest first, and what of them is in force or comes. */
export const ruleHistory = (published: readonly PublishedRule[], now: Date): RuleHistory => {
  const versions = [
    ...published.map(({ by, at, act: _, digest: __, ...rule }) => ({ ...rule, publishedAt: at, by: by.label })),
    ...earningRules,
  ].toSorted((a, b) => (a.from === b.from ? b.version - a.version : a.from < b.from ? 1 : -1));
  return { items: shownRules([...earningRules, ...published], now.toISOString()), versions };
};

export const makePointsService = ({ ledger, rules }: Deps) => {
  const rulesOf = async (communityId: CommunityId): Promise<EarningRule[]> => [
    ...earningRules,
    ...(await rules.list(communityId)),
  ];
  return {
    overview: async (personId: PersonId, communityId: CommunityId, now: Date): Promise<Points> => {
      const of = async (unit: Unit) => {
        const key = { communityId, unit, personId };
        const [book, { items }] = await Promise.all([ledger.book(key), ledger.list(key)]);
        return { book, lines: items.map(lineOf) };
      };
      const [points, minutes, all] = await Promise.all([of('points'), of('minutes'), rulesOf(communityId)]);
      const at = now.toISOString();
      const lines = [...points.lines, ...minutes.lines].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
      const given = { ...points.book.given, ...minutes.book.given };
      return {
        book: codeOf(communityId, personId),
        points: balanceOf(points.book),
        minutes: balanceOf(minutes.book),
        lines: lines.slice(0, shownLines),
        rules: shownRules(all, at).map((rule) => ({ ...rule, used: usedOf(given[rule.id], at) })),
      };
    },
    books: async (personId: PersonId, communityId: CommunityId) => {
      const book = async (unit: Unit) => balanceOf(await ledger.book({ communityId, unit, personId }));
      const [points, minutes] = await Promise.all([book('points'), book('minutes')]);
      return { points, minutes };
    },
    lines: async (of: { communityId: CommunityId; unit: Unit; viewer: Viewer }, cursor: string | undefined) => {
      const { communityId, unit, viewer } = of;
      const { items, next } = await ledger.list({ communityId, unit, personId: viewer.personId }, cursor);
      return { items: items.map(lineOf), next };
    },
    rules: async (communityId: CommunityId, now: Date) => ruleHistory(await rules.list(communityId), now),
  };
};

export type PointsService = ReturnType<typeof makePointsService>;
