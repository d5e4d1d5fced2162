import type { MeetingState } from './card.ts';

/** What happens to a meeting, and who does it: the community's own people, or anybody who is there. */
type Row = { from: readonly MeetingState[]; to: MeetingState | 'same'; by: 'staff' | 'person' };

/**
 * The one table of a meeting. What may be done, what the server refuses and what storage demands follow from it.
 * `seal` is what the second of the two signatures does.
 */
export const meetingTransitions = {
  change: { from: ['announced'], to: 'same', by: 'staff' },
  open: { from: ['announced'], to: 'inSession', by: 'staff' },
  signIn: { from: ['inSession'], to: 'same', by: 'person' },
  list: { from: ['inSession', 'ended'], to: 'same', by: 'staff' },
  end: { from: ['inSession'], to: 'ended', by: 'staff' },
  cancel: { from: ['announced', 'inSession'], to: 'cancelled', by: 'staff' },
  write: { from: ['inSession', 'ended', 'signed'], to: 'same', by: 'staff' },
  sign: { from: ['ended', 'signed'], to: 'same', by: 'staff' },
  seal: { from: ['ended', 'signed'], to: 'signed', by: 'staff' },
} as const satisfies Record<string, Row>;

export type MeetingEvent = keyof typeof meetingTransitions;

/** The state after an event; undefined when it cannot happen in this state. */
export const stateAfter = (state: MeetingState, event: MeetingEvent): MeetingState | undefined => {
  const { from, to }: Row = meetingTransitions[event];
  if (!from.includes(state)) return undefined;
  return to === 'same' ? state : to;
};
