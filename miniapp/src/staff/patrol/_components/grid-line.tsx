import type { GridId } from '@suishoupai/shared/ids';
import { Pill } from '../../../ui/pill.tsx';
import { PillLine } from '../../../ui/pill-line.tsx';

type Props = {
  grids: readonly { id: GridId; name: string }[];
  chosen: GridId | undefined;
  /** May look at all grids at once. */
  hasAll?: boolean;
  onChoose: (gridId: GridId | undefined) => void;
};

/** For whoever works in several grids. */
export const GridLine = ({ grids, chosen, hasAll = false, onChoose }: Props) => {
  if (grids.length < 2) return null;
  return (
    <PillLine label="哪个网格">
      {hasAll && <Pill text="全部网格" isChosen={chosen === undefined} onPress={() => onChoose(undefined)} />}
      {grids.map(({ id, name }) => (
        <Pill key={id} text={name} isChosen={id === chosen} onPress={() => onChoose(id)} />
      ))}
    </PillLine>
  );
};
