import { type Desk, kindOf } from '../../../desks.ts';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import type { useBatch } from '../_hooks/use-batch.ts';

type Props = {
  desk: Desk;
  hasDesks: boolean;
  filters: number;
  batch: ReturnType<typeof useBatch>;
  onFilter: () => void;
  onBatch: () => void;
  onMore: () => void;
};

/** What the thumb reaches: which desk and what of it, several at once, and writing down what somebody says. */
export const QueueFoot = ({ desk, hasDesks, filters, batch, onFilter, onBatch, onMore }: Props) => {
  const kind = kindOf(desk);
  const count = batch.picked.length;
  if (batch.isOn)
    return (
      <>
        <Button look="ghost" text="取消" onPress={batch.close} />
        <Button
          text={count === 0 ? '点卡片选中' : `派遣 ${count} 件`}
          isDisabled={count === 0}
          isLoading={batch.isRunning}
          onPress={onBatch}
        />
      </>
    );
  const word = hasDesks ? '岗位和筛选' : '筛选';
  return (
    <>
      {(kind !== 'review' || hasDesks) && (
        <Button
          look="soft"
          icon="sliders-horizontal"
          text={kind === 'review' ? '换岗位' : filters === 0 ? '筛选' : `筛选 ${filters}`}
          label={`${word}${filters === 0 ? '' : `，已设 ${filters} 项`}`}
          onPress={onFilter}
        />
      )}
      {kind === 'community' && (
        <Button look="soft" icon="list-checks" text="多选" label="多选，一次派遣几件" onPress={batch.open} />
      )}
      {(kind === 'community' || kind === 'grid') && (
        <Button
          look="soft"
          icon="pencil"
          text="代录"
          label="替居民录入"
          onPress={() => open(routes.enter(desk.communityId))}
        />
      )}
      <Button look="soft" icon="ellipsis" text="更多" label="更多，这个岗位还能做什么" onPress={onMore} />
    </>
  );
};
