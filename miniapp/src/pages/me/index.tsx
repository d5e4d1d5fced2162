import { callPhone } from '../../platform/call-phone.ts';
import { open, routes } from '../../routes.ts';
import { Card } from '../../ui/card.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Desks } from './_components/desks.tsx';
import { Who } from './_components/who.tsx';
import { useMePage } from './_hooks/use-me-page.ts';

const MePage = () => {
  const { me, isElder, hotline, toggleElder, copyId, leave } = useMePage();
  return (
    <Screen>
      <Who me={me} />
      <Slot>{me !== undefined && <Desks grants={me.grants} />}</Slot>
      <Card isTight>
        <Rows>
          <ListRow icon="clipboard-list" title="我的上报" onPress={() => open(routes.myTickets())} />
          <ListRow icon="bell" title="消息" onPress={() => open(routes.inbox())} />
        </Rows>
      </Card>
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
          {hotline !== undefined && (
            <ListRow
              icon="phone"
              title="打电话给社区"
              note={`${hotline.contact} · ${hotline.hours}`}
              role="button"
              onPress={() => callPhone(hotline.phone)}
            />
          )}
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
