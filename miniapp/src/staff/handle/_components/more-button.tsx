import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { Button } from '../../../ui/button.tsx';
import type { ActionGroup } from '../actions.ts';
import { staffForms } from '../forms.ts';

type Props = { groups: readonly ActionGroup[]; onMore: () => void; onPress: (step: PersonStep) => void };

/** The way to everything else; a single thing needs no sheet. */
export const MoreButton = ({ groups, onMore, onPress }: Props) => {
  const [only, ...others] = groups.flatMap(({ steps }) => steps);
  if (only === undefined) return null;
  if (others.length === 0) return <Button look="ghost" text={staffForms[only].name} onPress={() => onPress(only)} />;
  return <Button look="soft" icon="ellipsis" text="更多" label="更多操作" onPress={onMore} />;
};
