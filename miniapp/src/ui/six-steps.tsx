import { sixSteps, stepIndex } from '@suishoupai/shared/tickets/labels';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import { StepBar } from './step-bar.tsx';

type Props = { state: TicketState; size?: 'full' | 'mini' };

/** 六步条: done, now, to come. A report that ended early has no step of now. */
export const SixSteps = ({ state, size = 'full' }: Props) => {
  const now = stepIndex[state];
  const hasStopped = state === 'declined' || state === 'withdrawn' || state === 'merged';
  const current = sixSteps[now];
  const said = hasStopped
    ? '已停止'
    : current === undefined
      ? '六步全部完成'
      : `第 ${now + 1} 步，共 6 步：${current.name}`;
  return <StepBar steps={sixSteps} now={now} hasStopped={hasStopped} size={size} label={said} />;
};
