import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { ActionId, VoteId } from '@suishoupai/shared/ids';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';

type Spoken = RouteResponse<typeof topicStaffRoutes.listHeldWords>['items'][number];
type Objected = RouteResponse<typeof voteRoutes.listHeldObjections>['items'][number];

/** Words in a topic, or an objection to a result. */
export type HeldWords = Omit<Spoken, 'topicId' | 'item'> & {
  id: string;
  of: Pick<Spoken, 'topicId' | 'item'> | { voteId: VoteId; objectionId: ActionId };
};

const spoken = ({ topicId, item, ...words }: Spoken): HeldWords => ({
  ...words,
  id: `${topicId} ${item}`,
  of: { topicId, item },
});
const objected = ({ voteId, id, at, words: text }: Objected): HeldWords => ({
  at,
  text,
  kind: 'check',
  reasons: [],
  mayJudge: true,
  id: `${voteId} ${id}`,
  of: { voteId, objectionId: id },
});

type Page<T> = { items: T[]; next?: string | undefined };
type Lists = {
  objected: (cursor: string | undefined) => Promise<Page<Objected>>;
  spoken: (cursor: string | undefined) => Promise<Page<Spoken>>;
};

/** No page token has a blank in it. */
const ofObjections = 'objections ';

/** A page of both lists: objections first, for their days are counted; then what was said in topics. */
export const heldPage = async (lists: Lists, cursor: string | undefined): Promise<Page<HeldWords>> => {
  const words = async (from: string | undefined) => {
    const { items, next } = await lists.spoken(from);
    return { items: items.map(spoken), next };
  };
  if (cursor !== undefined && !cursor.startsWith(ofObjections)) return words(cursor);
  const page = await lists.objected(cursor?.slice(ofObjections.length));
  const items = page.items.map(objected);
  if (page.next !== undefined) return { items, next: `${ofObjections}${page.next}` };
  const following = await words(undefined);
  return { items: [...items, ...following.items], next: following.next };
};
