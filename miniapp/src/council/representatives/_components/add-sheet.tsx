import type { ClaimId, CommunityId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import { DayPick } from '../../moment-field.tsx';
import { Refused } from '../../refused.tsx';
import { useCandidates } from '../_hooks/use-representatives.ts';
import { doorWords, usualUntil } from '../standing.ts';

type Props = {
  communityId: CommunityId;
  buildings: readonly string[];
  now: string;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onAdd: (claimId: ClaimId, until: string) => void;
  onClose: () => void;
};

/** Who becomes a representative: building, then resident, and until which day. */
export const AddSheet = ({ communityId, buildings, now, isRunning, isLocked, refusal, onAdd, onClose }: Props) => {
  const [building, setBuilding] = useState(buildings.length === 1 ? buildings[0] : undefined);
  const [claimId, setClaimId] = useState<ClaimId>();
  const [until, setUntil] = useState(usualUntil(now));
  const candidates = useCandidates(communityId, building);
  const isStill = isRunning || isLocked;
  return (
    <Sheet isOpen title="登记一位居民代表" onClose={onClose}>
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>只能从认证过的居民里选。看到的姓名只用于核对，会记一笔。</Text>
        <Pills label="哪一栋">
          {buildings.map((name) => (
            <Pill
              key={name}
              text={/^\w+$/.test(name) ? `${name} 栋` : name}
              isChosen={name === building}
              isDisabled={isStill}
              onPress={() => {
                setBuilding(name);
                setClaimId(undefined);
              }}
            />
          ))}
        </Pills>
        <Slot>
          {building !== undefined && (
            <Loaded view={candidates.view} onRetry={() => void candidates.reload()} skeleton={<Skeleton cards={1} />}>
              {({ items }) =>
                items.length === 0 ? (
                  <EmptyState icon="users" title="这一栋还没有认证过的居民" />
                ) : (
                  <Choices
                    label="哪一位"
                    choices={items.map(({ claimId: id, name, units }) => ({ id, name, note: doorWords(units) }))}
                    chosen={claimId}
                    onChoose={(id) => !isStill && setClaimId(id)}
                  />
                )
              }
            </Loaded>
          )}
        </Slot>
        <Field label="任期到">
          <DayPick label="任期到" day={until} from={chinaDay(now)} isDisabled={isStill} onChange={setUntil} />
        </Field>
        <View className={styles['submit']}>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : claimId === undefined ? '选一位居民' : '登记'}
            isLoading={isRunning}
            isDisabled={claimId === undefined}
            onPress={() => claimId !== undefined && onAdd(claimId, until)}
          />
        </View>
      </View>
    </Sheet>
  );
};
