import { useState } from 'react';
import { type DeskKind, keyOf, kindOf, titleOfDesk } from '../../../desks.ts';
import { open, routes } from '../../../routes.ts';
import { useDesks } from '../../../state/desks.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

const looks: Record<DeskKind, { icon: IconName; note: string }> = {
  department: { icon: 'wrench', note: '接单、处理、回复' },
  grid: { icon: 'search', note: '现场核实、核查结案' },
  community: { icon: 'building-2', note: '立案、派遣、改派' },
  street: { icon: 'users', note: '两次退回的，吹哨或指定' },
  all: { icon: 'clipboard-list', note: '查进度、筛选、督办' },
  review: { icon: 'shield-check', note: '决定文字和照片是否公开' },
};

const most = 4;

/** A street has desks in each of its communities: the first are shown, the others when they are asked for. */
export const Desks = () => {
  const desks = useDesks();
  const [isWhole, setWhole] = useState(false);
  if (desks.length === 0) return null;
  const isFolded = !isWhole && desks.length > most + 1;
  return (
    <Card isTight title="我的工作台">
      <Rows>
        {(isFolded ? desks.slice(0, most) : desks).map((desk) => (
          <ListRow
            key={keyOf(desk)}
            {...looks[kindOf(desk)]}
            title={titleOfDesk(desk)}
            onPress={() => open(routes.queue(desk))}
          />
        ))}
        {isFolded && (
          <ListRow
            icon="ellipsis"
            title={`全部 ${desks.length} 个岗位`}
            role="button"
            end={<Icon name="chevron-down" />}
            onPress={() => setWhole(true)}
          />
        )}
      </Rows>
    </Card>
  );
};
