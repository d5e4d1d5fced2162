import type { Grid } from '@suishoupai/shared/places/contract';
import type { LngLat } from '@suishoupai/shared/places/ring';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { pointIn } from '../drawing.ts';

type Props = { grids: readonly Grid[]; chosen: Grid | undefined; onChoose: (point: LngLat) => void };

/** The same choice without pointing at a picture: the middle of a grid. */
export const GridList = ({ grids, chosen, onChoose }: Props) => {
  if (grids.length === 0) return null;
  return (
    <Card title="不方便点图？按网格选">
      <Rows>
        {grids.map((grid) => (
          <ListRow
            key={grid.id}
            role="radio"
            isChecked={grid.id === chosen?.id}
            title={grid.name}
            end={grid.id === chosen?.id ? <Icon name="check" /> : null}
            onPress={() => onChoose(pointIn(grid.boundary))}
          />
        ))}
      </Rows>
    </Card>
  );
};
