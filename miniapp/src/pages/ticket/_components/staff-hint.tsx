import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { isInternal } from '@suishoupai/shared/tickets/transitions';
import { open, routes } from '../../../routes.ts';
import { stepsFor } from '../../../ticket/forms.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';

const named = 3;

/** Staff act on a screen of their own. */
export const StaffHint = ({ ticket }: { ticket: TicketView }) => {
  const steps = stepsFor('staff', ticket).filter((step) => !isInternal(step));
  const words = steps.slice(0, named).map((step) => stepLabel[step]);
  return (
    <Card isTight>
      <ListRow
        icon="wrench"
        title={words.length === 0 ? '在工作台打开' : `您可以：${words.join('、')}${steps.length > named ? ' 等' : ''}`}
        note="仅工作人员可见"
        onPress={() => open(routes.handle(ticket.id))}
      />
    </Card>
  );
};
