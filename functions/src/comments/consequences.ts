import type { NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { TicketStore } from '../tickets/store.ts';
import type { WeChat } from '../wechat/client.ts';
import type { CommentRecord, CommentStore } from './store.ts';

type Deps = {
  comments: CommentStore;
  tickets: Pick<TicketStore, 'find' | 'watch'>;
  people: Pick<PeopleStore, 'find' | 'staffOf'>;
  notices: Pick<NoticeStore, 'keep'>;
  wechat: Pick<WeChat, 'checkText'>;
};

/** What follows from a new comment: the safety check, and word to the reporter or, when it is held, to the community. */
export const makeCommentConsequences =
  ({ comments, tickets, people, notices, wechat }: Deps) =>
  async ({ id, ticketId, at, authorId, text }: CommentRecord): Promise<void> => {
    const [comment, author, ticket] = await Promise.all([
      comments.find(ticketId, id),
      people.find(authorId),
      tickets.find(ticketId),
    ]);
    if (comment === undefined || ticket === undefined) return;
    const judged = async () => {
      const verdict = author === undefined ? 'held' : await wechat.checkText(author.openid, text);
      // Before the verdict: a crash between the two leaves it in the queue of what waits, never unseen.
      if (verdict !== 'pass') await tickets.watch(ticket, id, 'held');
      const isJudged = await comments.judge(ticketId, id, verdict, ['pending']);
      return isJudged ? verdict : (await comments.find(ticketId, id))?.safety;
    };
    // The record may come late or again: somebody may have decided already, or a crash may have left out whoever is to be told.
    const standing = comment.safety === 'pending' ? await judged() : comment.safety;
    if (standing !== 'pass' && standing !== 'held') return;
    const isOpen = standing === 'pass';
    const readers = isOpen
      ? ticket.reporterId === undefined
        ? []
        : [ticket.reporterId]
      : await people.staffOf(ticket.communityId, 'community');
    const kind = isOpen ? 'ticketComment' : 'ticketReview';
    for (const personId of readers.filter((reader) => reader !== authorId)) {
      await notices.keep(personId, {
        id: `${at}#${id}#${kind}`,
        at,
        kind,
        title: isOpen ? '有新留言' : '有内容等您决定是否公开',
        text: isOpen ? `${ticket.title}：${text}` : ticket.title,
        about: ticketId,
      });
    }
  };
