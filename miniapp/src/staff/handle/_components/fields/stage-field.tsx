import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Choices } from '../../../../ui/choices.tsx';
import { Field } from '../../../../ui/field.tsx';

const none = -1;

/** Whether a milestone of the list is reached with it; nothing when the list has none left. */
export const StageField = ({ stages, fields: { stage }, setFields }: Filling & Pick<TicketView, 'stages'>) => {
  const left = stages.map((each, id) => ({ ...each, id })).filter(({ isReached }) => !isReached);
  if (left.length === 0) return null;
  return (
    <Field label="到了哪个节点">
      <Choices
        label="到了哪个节点"
        choices={[{ id: none, name: '只是进展' }, ...left.map(({ id, name }) => ({ id, name: `已到「${name}」` }))]}
        chosen={stage ?? none}
        onChoose={(id) => setFields({ stage: id === none ? undefined : id })}
      />
    </Field>
  );
};
