import type { Grant } from '@suishoupai/shared/people/contract';
import { deskOfGrant, open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

const looks: Record<Grant['role'], { icon: IconName; note: string }> = {
  departmentStaff: { icon: 'wrench', note: '接单、处理、回复' },
  gridWorker: { icon: 'search', note: '现场核实、核查结案' },
  communityStaff: { icon: 'building-2', note: '立案、派遣、改派' },
};

export const Desks = ({ grants }: { grants: Grant[] }) => {
  if (grants.length === 0) return null;
  return (
    <Card isTight title="我的工作台">
      <Rows>
        {grants.map((grant) => {
          const desk = deskOfGrant(grant);
          const { icon, note } = looks[grant.role];
          return (
            <ListRow
              key={`${desk.communityId}/${desk.desk}`}
              icon={icon}
              title={`待办 · ${grant.label}`}
              note={note}
              onPress={() => open(routes.queue(desk))}
            />
          );
        })}
      </Rows>
    </Card>
  );
};
