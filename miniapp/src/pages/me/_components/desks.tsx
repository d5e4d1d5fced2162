import type { Grant } from '@suishoupai/shared/people/contract';
import { type DeskKind, desksOf, keyOf, kindOf, titleOfDesk } from '../../../desks.ts';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

const looks: Record<DeskKind, { icon: IconName; note: string }> = {
  department: { icon: 'wrench', note: '接单、处理、回复' },
  grid: { icon: 'search', note: '现场核实、核查结案' },
  community: { icon: 'building-2', note: '立案、派遣、改派' },
  review: { icon: 'shield-check', note: '决定文字和照片是否公开' },
};

export const Desks = ({ grants }: { grants: Grant[] }) => {
  if (grants.length === 0) return null;
  return (
    <Card isTight title="我的工作台">
      <Rows>
        {desksOf(grants).map((desk) => (
          <ListRow
            key={keyOf(desk)}
            {...looks[kindOf(desk)]}
            title={titleOfDesk(desk)}
            onPress={() => open(routes.queue(desk))}
          />
        ))}
      </Rows>
    </Card>
  );
};
