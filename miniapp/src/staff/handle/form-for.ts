import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { StepForm } from '../../ticket/forms.ts';
import { belongsTo } from './departments.ts';
import { staffForms } from './forms.ts';

const hintOf = (step: PersonStep, ticket: TicketView): string | undefined => {
  const said = belongsTo(ticket);
  switch (step) {
    case 'dispatch':
      if (said !== undefined) return `退回时说属于「${said.name}」，已按责任清单选好部门`;
      return ['filed', 'returned', 'disputed'].includes(ticket.state)
        ? undefined
        : `现在由 ${ticket.department?.name ?? '原部门'} 办理，改派后由新部门接手，首次响应的时限不重算`;
    case 'return':
      return ticket.returns > 0 ? '这是第二次退回：由街道协调，不再回到社区' : undefined;
    case 'reply':
      return ticket.tasks.find(({ isMine }) => isMine)?.task;
    default:
      return undefined;
  }
};

/** The form of a step, with what this ticket adds to it. */
export const formFor = (step: PersonStep, ticket: TicketView): StepForm => {
  const form = staffForms[step];
  const hint = hintOf(step, ticket);
  if (hint === undefined) return form;
  if (step === 'return') return { ...form, hint, submit: '退回，由街道协调' };
  return { ...form, hint: step === 'reply' ? `我部门的任务：${hint}` : hint };
};
