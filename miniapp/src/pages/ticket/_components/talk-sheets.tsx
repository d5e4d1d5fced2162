import type { TicketId } from '@suishoupai/shared/ids';
import { CommentSheet } from '../../../ticket/comments/comment-sheet.tsx';
import type { Comments } from '../../../ticket/comments/use-comments.ts';
import { AppealSheet } from '../../../ticket/flag/appeal-sheet.tsx';
import { FlagSheet } from '../../../ticket/flag/flag-sheet.tsx';
import type { Talk } from '../_hooks/use-talk.ts';

type Props = { ticketId: TicketId; talk: Talk; comments: Comments };

/** What is said beside the loop: a comment, a complaint, an appeal. */
export const TalkSheets = ({ ticketId, talk: { opened, close, noteAppealed }, comments }: Props) => {
  switch (opened?.kind) {
    case undefined:
      return null;
    case 'comment':
      return <CommentSheet comments={comments} onClose={close} />;
    case 'flag':
      return <FlagSheet ticketId={ticketId} items={opened.items} onClose={close} />;
    case 'appeal':
      return (
        <AppealSheet
          ticketId={ticketId}
          items={opened.items}
          onClose={close}
          onDone={() => noteAppealed(opened.about)}
        />
      );
  }
};
