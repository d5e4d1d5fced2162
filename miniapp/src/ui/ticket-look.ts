import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { deskOf, type TicketState } from '@suishoupai/shared/tickets/states';
import { timeLeft } from '@suishoupai/shared/time/china';
import { hourMs } from '@suishoupai/shared/time/units';
import type { Tone } from './chip.tsx';
import type { IconName } from './icon/names.generated.ts';

type Look = { tone: Tone; icon: IconName };

/** Colour and shape beside the word; two states that a person must tell apart never share both. */
const stateLook: Record<TicketState, Look> = {
  reported: { tone: 'soon', icon: 'hourglass' },
  filed: { tone: 'soon', icon: 'send' },
  dispatched: { tone: 'soon', icon: 'inbox' },
  accepted: { tone: 'brand', icon: 'wrench' },
  returned: { tone: 'soon', icon: 'undo-2' },
  disputed: { tone: 'soon', icon: 'users' },
  waiting: { tone: 'info', icon: 'pencil' },
  resolved: { tone: 'info', icon: 'search' },
  rework: { tone: 'soon', icon: 'rotate-cw' },
  closed: { tone: 'brand', icon: 'circle-check' },
  rated: { tone: 'calm', icon: 'circle-check' },
  parked: { tone: 'calm', icon: 'hourglass' },
  declined: { tone: 'calm', icon: 'circle-x' },
  withdrawn: { tone: 'calm', icon: 'undo-2' },
  merged: { tone: 'calm', icon: 'arrow-right-left' },
};

export const lookOf = (state: TicketState): Look & { text: string } => ({
  ...stateLook[state],
  text: stateLabel[state],
});

type Held = Pick<TicketCard, 'state' | 'department' | 'grid'>;

/** 「网格 07」→「网格员 07」; a grid that is called otherwise keeps its name whole. */
const gridWorkerOf = (grid: string): string =>
  grid.includes('网格') ? grid.replace(/网格员?/, '网格员') : `${grid} 网格员`;

/** In whose hands it is, or undefined when in nobody's. */
export const holderOf = ({ state, department, grid }: Held): string | undefined => {
  switch (deskOf(state)) {
    case 'department':
      return department?.name;
    case 'filing':
    case 'grid':
      return grid === undefined ? '社区' : gridWorkerOf(grid.name);
    case 'community':
      return '社区';
    case 'street':
      return '街道';
    case 'before':
      return department?.name ?? '社区';
    case 'none':
      return undefined;
  }
};

/** Haste is shown when there is some: the last hours, not the whole last day. */
const hasteMs = 4 * hourMs;

/** The running clock as a person says it; undefined when nothing is due. */
export const clockOf = (
  dueAt: string | undefined,
  now: string,
): (Look & { text: string; isLate: boolean }) | undefined => {
  if (dueAt === undefined) return undefined;
  const { text, tone } = timeLeft(dueAt, now);
  if (tone === 'late') return { text, tone, icon: 'clock-alert', isLate: true };
  const isSoon = Date.parse(dueAt) - Date.parse(now) <= hasteMs;
  return { text, tone: isSoon ? 'soon' : 'calm', icon: 'clock', isLate: false };
};
