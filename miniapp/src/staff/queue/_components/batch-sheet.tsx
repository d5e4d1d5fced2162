import type { CommunityId, DepartmentId } from '@suishoupai/shared/ids';
import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommunityLists } from '../../../load/use-community-lists.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { batchChoices } from '../batch.ts';
import styles from './filter-sheet.module.scss';

type Props = {
  communityId: CommunityId;
  picked: readonly TicketCard[];
  isRunning: boolean;
  onDispatch: (departmentId: DepartmentId) => void;
};

const Departments = ({ communityId, picked, isRunning, onDispatch }: Props) => {
  const { view, reload } = useCommunityLists(communityId);
  const [chosen, setChosen] = useState<DepartmentId>();
  const name =
    view.state === 'ready' ? view.data.community.departments.find(({ id }) => id === chosen)?.name : undefined;
  return (
    <View className={styles['stack']}>
      <Loaded view={view} onRetry={() => void reload()} skeleton={<Skeleton cards={1} />}>
        {(lists) => (
          <Choices label="派给哪个部门" choices={batchChoices(lists, picked)} chosen={chosen} onChoose={setChosen} />
        )}
      </Loaded>
      <View className={styles['foot']}>
        <Button
          isLarge
          text={name === undefined ? '先选一个部门' : `${picked.length} 件派给 ${name}`}
          isLoading={isRunning}
          isDisabled={chosen === undefined}
          onPress={() => chosen !== undefined && onDispatch(chosen)}
        />
      </View>
    </View>
  );
};

/** One department for all that were picked. */
export const BatchSheet = ({ isOpen, onClose, ...rest }: Props & { isOpen: boolean; onClose: () => void }) => (
  <Sheet isOpen={isOpen} title={`${rest.picked.length} 件派给哪个部门？`} onClose={onClose}>
    <Departments {...rest} />
  </Sheet>
);
