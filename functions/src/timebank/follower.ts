import type { PersonId } from '@suishoupai/shared/ids';
import type { Entry } from '@suishoupai/shared/points/transfer';
import { minutesWords, skillNames } from '@suishoupai/shared/timebank/labels';
import { noticesOf } from '@suishoupai/shared/timebank/notices';
import type { ItemChange } from '../dynamo/memory-items.ts';
import type { Tell } from '../notices/tell.ts';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';
import { factsOf } from './exchange-facts.ts';
import { exchangeOf } from './exchange-store.ts';
import { listingOf } from './listing-store.ts';
import type { Listings } from './listings.ts';
import type { Nudging } from './nudging.ts';
import type { ExchangeRecord, ListingRecord } from './record.ts';

const stepWords: Partial<Record<ListingRecord['lines'][number]['what'], string>> = {
  pause: '暂停了',
  resume: '重新挂出了',
  end: '撤下了',
};

type Deps = {
  people: Pick<PeopleStore, 'find'>;
  wechat: Pick<WeChat, 'checkText'>;
  listing: Pick<Listings, 'change'>;
  nudging: Pick<Nudging, 'follow'>;
  /** The line of a book in a stream record; undefined for every other item. */
  entryOf: (item: ItemChange['after']) => Entry | undefined;
  tell: Tell;
};

/** What follows from a change in the time bank. Looks at what stands by then, so a record that comes twice, late or out of order is harmless. */
export const makeTimebankFollower = ({ people, wechat, listing, nudging, entryOf, tell }: Deps) => {
  const toPerson = (personId: PersonId | undefined) => ({ personIds: personId === undefined ? [] : [personId] });

  const check = async ({ id, ownerId, by, words, safety }: ListingRecord): Promise<void> => {
    if (safety !== 'pending') return;
    const author = ownerId === undefined ? undefined : await people.find(ownerId);
    // The community answers for what it wrote itself; somebody without an account cannot be named to WeChat.
    const verdict =
      author === undefined ? (by === undefined ? 'held' : 'pass') : await wechat.checkText(author.openid, words);
    await listing.change(id, (standing) =>
      standing.safety === 'pending' ? { ...standing, safety: verdict } : undefined,
    );
  };

  const followListing = async (before: ListingRecord | undefined, after: ListingRecord): Promise<void> => {
    await check(after);
    const { id: about, communityId, ownerId, by, skill, safety, judged, at, lines } = after;
    const text = skillNames[skill];
    if (before === undefined && by !== undefined && ownerId !== undefined) {
      const title = `${by}按您的嘱咐挂出了互助信息`;
      await tell({ kind: 'timebankOnBehalf', about, cause: about, at, title, text }, toPerson(ownerId));
    }
    for (const line of before === undefined ? [] : lines.slice(before.lines.length)) {
      if (line.by === undefined) continue;
      const title = `${line.by}按您的嘱咐${stepWords[line.what]}互助信息`;
      await tell({ kind: 'timebankOnBehalf', about, cause: line.id, at: line.at, title, text }, toPerson(ownerId));
    }
    if (before === undefined || before.safety === safety) return;
    if (safety === 'hidden' && judged !== undefined) {
      const title = '您的互助信息没有公开';
      const words = judged.note === undefined ? text : `${text}：${judged.note}`;
      await tell(
        { kind: 'listingTakedown', about, cause: judged.id, at: judged.at, title, text: words },
        toPerson(ownerId),
      );
    }
    if (safety === 'held' || safety === 'flagged' || safety === 'appealed') {
      const cause = safety === 'appealed' ? (after.appeal?.id ?? about) : (after.flags.at(-1)?.id ?? about);
      const asked = safety === 'appealed' ? after.appeal?.at : after.flags.at(-1)?.at;
      const notice = { kind: 'listingReview', about, cause, at: asked ?? at, title: '互助信息请看一看', text } as const;
      await tell(notice, { desk: 'community', communityId });
    }
  };

  const followExchange = async (before: ExchangeRecord | undefined, after: ExchangeRecord): Promise<void> => {
    const { id: about, communityId, ownerId, answererId } = after;
    const facts = { ...after, turn: factsOf(after).turn };
    for (const { to, cause, ...notice } of noticesOf(facts, before?.lines.length ?? 0)) {
      const addressees =
        to === 'staff'
          ? ({ desk: 'community', communityId } as const)
          : toPerson(to === 'owner' ? ownerId : answererId);
      await tell({ ...notice, about, cause }, addressees);
    }
  };

  /** Whoever was given hours hears of it, and whoever had staff give them. */
  const followEntry = async (entry: Entry): Promise<void> => {
    const { id: about, unit, account, cause: why, credit, debit, at, amount, by } = entry;
    if (unit !== 'minutes') return;
    await nudging.follow(entry);
    const words = minutesWords(amount);
    const notice = { about, cause: about, at, text: words };
    if (why.kind === 'gift' && account === credit) {
      await tell({ ...notice, kind: 'hoursGiven', title: `家人转给您 ${words}` }, toPerson(account));
    }
    if (by === undefined || account !== debit || (why.kind !== 'gift' && why.kind !== 'pool')) return;
    const title = why.kind === 'gift' ? `${by}按您的嘱咐转出了时长` : `${by}按您的嘱咐捐出了时长`;
    await tell({ ...notice, kind: 'timebankOnBehalf', title }, toPerson(account));
  };

  return async ({ before, after }: ItemChange): Promise<void> => {
    const listed = listingOf(after);
    if (listed !== undefined) return followListing(listingOf(before), listed);
    const exchange = exchangeOf(after);
    if (exchange !== undefined) return followExchange(exchangeOf(before), exchange);
    const entry = before === undefined ? entryOf(after) : undefined;
    if (entry !== undefined) await followEntry(entry);
  };
};
