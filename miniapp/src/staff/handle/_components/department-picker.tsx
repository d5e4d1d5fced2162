import type { DepartmentId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { View } from '@tarojs/components';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { departmentChoices } from '../departments.ts';
import styles from './department-picker.module.scss';

type Props = { ticket: TicketView; chosen: DepartmentId | undefined; onChoose: (id: DepartmentId) => void };

const askCommunity = (communityId: string) => call(placesRoutes.getCommunity, { params: { communityId } });

export const DepartmentPicker = ({ ticket, chosen, onChoose }: Props) => {
  const { view, reload } = useLoad(ticket.communityId, () => askCommunity(ticket.communityId));
  return (
    <Loaded view={view} onRetry={() => void reload()}>
      {(answer) => (
        <View {...aria({ role: 'radiogroup', label: '派给哪个部门' })}>
          <Rows>
            {departmentChoices(answer, ticket).map(({ id, name, note }) => (
              <ListRow
                key={id}
                role="radio"
                isChecked={id === chosen}
                title={name}
                note={note}
                end={
                  <View className={id === chosen ? styles['on'] : undefined}>
                    <Icon name={id === chosen ? 'circle-check' : 'circle'} />
                  </View>
                }
                onPress={() => onChoose(id)}
              />
            ))}
          </Rows>
        </View>
      )}
    </Loaded>
  );
};
