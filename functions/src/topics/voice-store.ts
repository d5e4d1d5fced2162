import { ActionId, type CommunityId, communityOf, type TopicId } from '@suishoupai/shared/ids';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Key, Part, Table } from '../dynamo/table.ts';
import { topicIdOf, topicPk, type Waiting } from './store.ts';
import { isVoiceShown, VoiceRecord } from './voice-record.ts';

type Place = Pick<VoiceRecord, 'topicId' | 'id' | 'replyTo'>;
const prefixOf = (replyTo: ActionId | undefined) => (replyTo === undefined ? 'voice#' : `reply#${replyTo}#`);
const voiceKey = ({ topicId, id, replyTo }: Place) => ({ pk: topicPk(topicId), sk: prefixOf(replyTo) + id });
/** Where a reply lies, for whoever knows its id alone. */
const signKey = (topicId: TopicId, id: ActionId) => ({ pk: topicPk(topicId), sk: `replyAt#${id}` });
const Sign = z.object({ replyTo: ActionId });

const reviewKeyOf = (communityId: CommunityId) => `${communityId}#voices`;
const isForReview = ({ safety }: VoiceRecord) => safety !== 'pass' && safety !== 'hidden';
const placeOf = ({ at, id }: VoiceRecord) => `${at}#${id}`;

export const voiceItem = (voice: VoiceRecord): Item & { pk: string; sk: string } => ({
  ...voiceKey(voice),
  voice,
  rev: voice.rev,
  ...(isForReview(voice) ? { reviewKey: reviewKeyOf(communityOf(voice.topicId)), reviewAt: placeOf(voice) } : {}),
});

/** The voice in a stream record; undefined for every other item. */
export const voiceOf = (item: Item | undefined): VoiceRecord | undefined =>
  /^(voice|reply)#/.test(String(item?.['sk'])) ? z.parse(VoiceRecord, item?.['voice']) : undefined;

const stancesKey = (topicId: TopicId): Key => ({ pk: topicPk(topicId), sk: 'stances' });
const Stances = z.object({
  for: z._default(z.int(), 0),
  against: z._default(z.int(), 0),
  question: z._default(z.int(), 0),
  none: z._default(z.int(), 0),
});
export type Stances = z.output<typeof Stances>;

/** By how much a change moves the count of its stance. */
const movedBy = (before: VoiceRecord, after: VoiceRecord): number =>
  Number(isVoiceShown(after)) - Number(isVoiceShown(before));

/** The count of a stance, moved; it has counted whatever is taken from it. */
const moved = ({ topicId, stance }: VoiceRecord, by: number): Part => ({
  update: {
    key: stancesKey(topicId),
    update: 'ADD #stance :by',
    condition: by > 0 ? 'attribute_not_exists(#stance) OR #stance >= :least' : '#stance >= :least',
    names: { '#stance': stance },
    values: { ':by': by, ':least': by > 0 ? 0 : 1 },
  },
});

export type VoiceList = { topicId: TopicId; replyTo?: ActionId | undefined; cursor?: string | undefined };

export type VoiceStore = {
  /** Puts a voice; when the id is taken, nothing is written and the one that stands there is returned. */
  add: (voice: VoiceRecord) => Promise<{ isAdded: boolean; voice: VoiceRecord }>;
  /** The voice, read consistently, be it a reply; undefined when there is none. */
  find: (topicId: TopicId, id: ActionId) => Promise<VoiceRecord | undefined>;
  /**
   * Writes `after` in the place of `before`, and counts the write; false when somebody else has written since, and nothing was written.
   * From when on a voice may be read, or no longer, its stance is counted in the same transaction: never twice, never not at all.
   */
  save: (before: VoiceRecord, after: VoiceRecord) => Promise<boolean>;
  /** First-level voices, the newest first, or the replies to one, the oldest first; by the id their authors' phones made. */
  list: (list: VoiceList) => Promise<{ items: VoiceRecord[]; next: string | undefined }>;
  /** How many voices that may be read take each stance; may be a moment old. Nobody may read a voice when it is added. */
  stances: (topicId: TopicId) => Promise<Stances>;
  /** Voices of a community that wait for a person, after a place; at most a page or `limit`, may be a moment old. */
  listWaiting: (communityId: CommunityId, from: string, limit?: number) => Promise<Waiting[]>;
};

const cursorKeys = ({ topicId, replyTo }: VoiceList) => ({
  fixed: { list: topicPk(topicId) + prefixOf(replyTo) },
  open: ['id'],
});
const lastSeen = (list: VoiceList): string | undefined => {
  const key = fromCursor(list.cursor, cursorKeys(list));
  return key === undefined ? undefined : String(key['id']);
};
const cursorAfter = (list: VoiceList, last: VoiceRecord) => toCursor({ ...cursorKeys(list).fixed, id: last.id });

export const makeMemoryVoiceStore = (): VoiceStore => {
  const voices = new Map<string, VoiceRecord>();
  const stances = new Map<TopicId, Stances>();
  const stancesOf = (topicId: TopicId) => stances.get(topicId) ?? z.parse(Stances, {});
  const nameOf = (topicId: TopicId, id: ActionId) => `${topicId} ${id}`;
  return {
    add: async (voice) => {
      const name = nameOf(voice.topicId, voice.id);
      const existing = voices.get(name);
      if (existing === undefined) voices.set(name, structuredClone(voice));
      return { isAdded: existing === undefined, voice: structuredClone(existing ?? voice) };
    },
    find: async (topicId, id) => structuredClone(voices.get(nameOf(topicId, id))),
    save: async (before, after) => {
      const name = nameOf(before.topicId, before.id);
      if (voices.get(name)?.rev !== before.rev) return false;
      const { topicId, stance } = after;
      const counts = stancesOf(topicId);
      stances.set(topicId, { ...counts, [stance]: counts[stance] + movedBy(before, after) });
      voices.set(name, structuredClone({ ...after, rev: before.rev + 1 }));
      return true;
    },
    list: async (list) => {
      const seen = lastSeen(list);
      const isNewestFirst = list.replyTo === undefined;
      const rest = [...voices.values()]
        .filter(({ topicId, replyTo }) => topicId === list.topicId && replyTo === list.replyTo)
        .filter(({ id }) => seen === undefined || (isNewestFirst ? id < seen : id > seen))
        .toSorted((a, b) => (a.id < b.id === isNewestFirst ? 1 : -1));
      const items = rest.slice(0, topicLimits.pageSize);
      const last = items.at(-1);
      const isMore = rest.length > items.length && last !== undefined;
      return { items: structuredClone(items), next: isMore ? cursorAfter(list, last) : undefined };
    },
    stances: async (topicId) => ({ ...stancesOf(topicId) }),
    listWaiting: async (communityId, from, limit = topicLimits.heldPage) =>
      [...voices.values()]
        .filter((voice) => communityOf(voice.topicId) === communityId && isForReview(voice) && placeOf(voice) > from)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((voice) => ({ topicId: voice.topicId, item: voice.id, place: placeOf(voice) })),
  };
};

export const makeDynamoVoiceStore = (table: Table): VoiceStore => {
  const find = async (topicId: TopicId, id: ActionId) => {
    const first = voiceOf(await table.get(voiceKey({ topicId, id })));
    if (first !== undefined) return first;
    const sign = await table.get(signKey(topicId, id));
    return sign === undefined ? undefined : voiceOf(await table.get(voiceKey({ topicId, id, ...z.parse(Sign, sign) })));
  };
  return {
    find,
    add: async (voice) => {
      const { topicId, id, replyTo } = voice;
      const standing = await find(topicId, id);
      if (standing !== undefined) return { isAdded: false, voice: standing };
      let place: Place = voice;
      if (replyTo !== undefined) {
        // The sign first: a reply that nobody could find by its id could not be taken down.
        const sign = await table.put({ ...signKey(topicId, id), replyTo }, 'attribute_not_exists(pk)');
        place = { topicId, id, ...z.parse(Sign, sign.applied ? sign.item : sign.existing) };
      }
      const item = voiceItem({ ...voice, replyTo: place.replyTo });
      const written = await table.put(item, 'attribute_not_exists(pk)');
      const kept = voiceOf(written.applied ? written.item : written.existing);
      return { isAdded: written.applied, voice: kept ?? voice };
    },
    save: async (before, after) => {
      const item = voiceItem({ ...after, rev: before.rev + 1 });
      const when = { condition: 'rev = :rev', values: { ':rev': before.rev } };
      const by = movedBy(before, after);
      return by === 0
        ? (await table.put(item, when.condition, when)).applied
        : table.transact([{ put: item, when }, moved(after, by)]);
    },
    stances: async (topicId) => z.parse(Stances, (await table.get(stancesKey(topicId), { consistent: false })) ?? {}),
    list: async (list) => {
      const { topicId, replyTo } = list;
      const seen = lastSeen(list);
      const prefix = prefixOf(replyTo);
      const { items, next } = await table.query({
        condition: 'pk = :topic AND begins_with(sk, :prefix)',
        values: { ':topic': topicPk(topicId), ':prefix': prefix },
        limit: topicLimits.pageSize,
        newestFirst: replyTo === undefined,
        from: seen === undefined ? undefined : { pk: topicPk(topicId), sk: prefix + seen },
      });
      const voices = items.map(voiceOf).filter((voice) => voice !== undefined);
      const last = voices.at(-1);
      return { items: voices, next: next === undefined || last === undefined ? undefined : cursorAfter(list, last) };
    },
    listWaiting: async (communityId, from, limit = topicLimits.heldPage) => {
      const { items } = await table.query({
        index: 'byReview',
        condition: 'reviewKey = :list AND reviewAt > :from',
        values: { ':list': reviewKeyOf(communityId), ':from': from },
        limit,
      });
      return items.map((item) => ({
        topicId: topicIdOf(item),
        item: z.parse(ActionId, String(item['sk']).split('#').at(-1)),
        place: z.parse(Placed, item).reviewAt,
      }));
    },
  };
};

const Placed = z.object({ reviewAt: z.string() });
