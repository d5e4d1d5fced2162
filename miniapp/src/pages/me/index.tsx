import { open, routes } from '../../routes.ts';
import { Card } from '../../ui/card.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Away } from './_components/away.tsx';
import { CommunityCard } from './_components/community-card.tsx';
import { CouncilRows } from './_components/council-rows.tsx';
import { Desks } from './_components/desks.tsx';
import { Reminders } from './_components/reminders.tsx';
import { Who } from './_components/who.tsx';
import { useMePage } from './_hooks/use-me-page.ts';

const MePage = () => {
  const { me, isElder, community, toggleElder, copyId, leave } = useMePage();
  const isStaff = me !== undefined && me.grants.length > 0;
  return (
    <Screen>
      <Who me={me} />
      <Slot>{me !== undefined && <Desks />}</Slot>
      <Slot>{isStaff && <CouncilRows />}</Slot>
      <Slot>{isStaff && <Away />}</Slot>
      <Card isTight>
        <Rows>
          <ListRow icon="clipboard-list" title="我的上报" onPress={() => open(routes.myTickets())} />
          <ListRow icon="users" title="我同感的" onPress={() => open(routes.joined())} />
          <ListRow
            icon="house"
            title="我的房屋"
            note="认证以后可以附议、投票"
            onPress={() => open(routes.household())}
          />
          <ListRow
            icon="thumbs-up"
            title="志愿服务"
            note="报名、签到、时长和证明"
            onPress={() => open(routes.volunteer())}
          />
          <ListRow icon="bell" title="消息" onPress={() => open(routes.inbox())} />
        </Rows>
      </Card>
      <Slot>{me !== undefined && <Reminders isStaff={isStaff} />}</Slot>
      <Slot>{community !== undefined && <CommunityCard community={community} />}</Slot>
      <Card isTight>
        <Rows>
          <ListRow
            icon="a-large-small"
            title="长辈版"
            note="大字、大按钮，一屏三件事"
            role="switch"
            isChecked={isElder}
            end={<Toggle isOn={isElder} />}
            onPress={toggleElder}
          />
          <ListRow
            icon="eye"
            title="谁看过我的信息"
            note="工作人员每次查看都有记录"
            onPress={() => open(routes.accessLog())}
          />
          <ListRow
            icon="shield-check"
            title="隐私与投诉"
            note="我们拿了什么、给谁看、找谁说"
            onPress={() => open(routes.about())}
          />
        </Rows>
      </Card>
      <Slot>
        {me !== undefined && (
          <Card isTight>
            <Rows>
              <ListRow
                icon="file-text"
                title="复制我的编号"
                note="申请工作人员权限时给社区"
                role="button"
                end={null}
                onPress={copyId}
              />
              <ListRow icon="log-out" title="退出登录" role="button" end={null} onPress={() => void leave()} />
            </Rows>
          </Card>
        )}
      </Slot>
    </Screen>
  );
};

export default MePage;
