import type { Comment } from '@suishoupai/shared/comments/contract';

export type CommentLook = {
  text: string;
  /** What the safety check says of it, to its author. */
  mark: string | undefined;
  isQuiet: boolean;
  canAppeal: boolean;
  canFlag: boolean;
};

/** What of a comment is shown to this viewer; undefined when nothing is. */
export const commentLook = ({ text, isMine, safety }: Comment): CommentLook | undefined => {
  if (!isMine) {
    if (text === undefined) return undefined;
    return { text, mark: undefined, isQuiet: false, canAppeal: false, canFlag: true };
  }
  const own = { text: text ?? '这条评论没有公开', isQuiet: text === undefined, canFlag: false };
  switch (safety) {
    case 'pass':
    case 'flagged':
      return { ...own, mark: undefined, canAppeal: false };
    case 'pending':
    case 'held':
      return { ...own, mark: '审核中', canAppeal: false };
    case 'hidden':
      return { ...own, mark: '没有公开', canAppeal: true };
    case 'appealed':
      return { ...own, mark: '申诉中', canAppeal: false };
    default:
      return safety satisfies never;
  }
};
