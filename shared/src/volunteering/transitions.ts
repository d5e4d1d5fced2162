import type { ActivityState } from './contract.ts';

/** What happens to an activity, and who does it: the community's own people, or a volunteer. */
type Row = { from: readonly ActivityState[]; to: ActivityState | 'same'; by: 'staff' | 'person' };

/**
 * The one table of an activity. What may be done, what the server refuses and what storage demands follow from it.
 * `note` is staff writing down who came and went; `undo` takes confirmed hours back.
 */
export const activityTransitions = {
  change: { from: ['planned', 'published'], to: 'same', by: 'staff' },
  publish: { from: ['planned'], to: 'published', by: 'staff' },
  signUp: { from: ['published', 'running'], to: 'same', by: 'person' },
  withdraw: { from: ['published'], to: 'same', by: 'person' },
  start: { from: ['published'], to: 'running', by: 'staff' },
  check: { from: ['running'], to: 'same', by: 'person' },
  note: { from: ['running', 'finished', 'confirmed'], to: 'same', by: 'staff' },
  finish: { from: ['running'], to: 'finished', by: 'staff' },
  confirm: { from: ['finished', 'confirmed'], to: 'same', by: 'staff' },
  undo: { from: ['finished', 'confirmed'], to: 'same', by: 'staff' },
  close: { from: ['finished'], to: 'confirmed', by: 'staff' },
  callOff: { from: ['planned', 'published', 'running'], to: 'calledOff', by: 'staff' },
} as const satisfies Record<string, Row>;

export type ActivityEvent = keyof typeof activityTransitions;

/** The state after an event; undefined when it cannot happen in this state. */
export const stateAfter = (state: ActivityState, event: ActivityEvent): ActivityState | undefined => {
  const { from, to }: Row = activityTransitions[event];
  if (!from.includes(state)) return undefined;
  return to === 'same' ? state : to;
};
