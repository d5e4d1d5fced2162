import { type Desk, kindOf } from '../../../desks.ts';
import { open, routes } from '../../../routes.ts';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { seatOf, type Tool, toolsOf } from '../tools.ts';

type Look = { icon: IconName; title: string; note: string; url: (seat: Desk) => string };

const gridOf = (seat: Desk) => (kindOf(seat) === 'grid' ? seat.desk : undefined);

const looks: Record<Tool, Look> = {
  patrol: {
    icon: 'list-checks',
    title: '巡查',
    note: '今天查什么，查到的转工单',
    url: (seat) => routes.patrol(seat.communityId, gridOf(seat)),
  },
  visits: {
    icon: 'users',
    title: '走访',
    note: '上门听到的事，件件有回音',
    url: (seat) => routes.visits(seat.communityId, gridOf(seat)),
  },
  templates: {
    icon: 'message-circle',
    title: '常用回复',
    note: '常说的话，办理时点一下带上',
    url: routes.replyTemplates,
  },
  activity: { icon: 'clipboard-list', title: '经办记录', note: '谁办了什么，什么时候', url: routes.activity },
  editDuty: {
    icon: 'pencil',
    title: '修改责任清单',
    note: '哪类事归谁管，多久办好',
    url: (seat) => routes.editDuty(seat.communityId),
  },
  duty: {
    icon: 'file-text',
    title: '谁负责什么',
    note: '社区的责任清单',
    url: (seat) => routes.duty(seat.communityId),
  },
};

type Props = { isOpen: boolean; desks: readonly Desk[]; desk: Desk; onClose: () => void };

export const MoreSheet = ({ isOpen, desks, desk, onClose }: Props) => {
  const seat = seatOf(desk, desks);
  return (
    <Sheet isOpen={isOpen} title="更多" onClose={onClose}>
      <Rows>
        {toolsOf(seat).map((tool) => {
          const { url, ...row } = looks[tool];
          return (
            <ListRow
              key={tool}
              {...row}
              onPress={() => {
                onClose();
                open(url(seat));
              }}
            />
          );
        })}
      </Rows>
    </Sheet>
  );
};
