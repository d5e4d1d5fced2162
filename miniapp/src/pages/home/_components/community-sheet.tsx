import type { CommunityId } from '@suishoupai/shared/ids';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useCommunities } from '../_hooks/use-communities.ts';

type Choice = { current: CommunityId | undefined; onChoose: (id: CommunityId) => void };

const Choices = ({ current, onChoose }: Choice) => {
  const { view, reload } = useCommunities();
  return (
    <Loaded view={view} onRetry={() => void reload()} skeleton={<Skeleton cards={1} />}>
      {(communities) => (
        <Rows>
          {communities.map(({ id, name, street }) => (
            <ListRow
              key={id}
              role="radio"
              isChecked={id === current}
              title={name}
              note={street}
              end={id === current ? <Icon name="check" /> : null}
              onPress={() => onChoose(id)}
            />
          ))}
        </Rows>
      )}
    </Loaded>
  );
};

type Props = Choice & { isOpen: boolean; onClose: () => void };

/** The list is asked for when it is opened: the first screen stays one request. */
export const CommunitySheet = ({ isOpen, onClose, ...choice }: Props) => (
  <Sheet isOpen={isOpen} title="看哪个社区" onClose={onClose}>
    <Choices {...choice} />
  </Sheet>
);
