import type { HallDesk } from '@suishoupai/shared/hall/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';
import { LinesCard } from './_components/lines-card.tsx';
import { useDesk } from './_hooks/use-desk.ts';
import {
  countWords,
  meetingsToHold,
  minutesToSign,
  minutesToWrite,
  topicsProposed,
  topicsToAnswer,
  topicsUnderway,
  votesRunning,
  votesToRun,
  waitingWords,
} from './waiting.ts';

const Body = ({ communityId, found }: { communityId: CommunityId; found: HallDesk }) => {
  const { waiting, hasRoll } = found;
  const { claims, held } = waiting;
  const words = waitingWords(found);
  return (
    <>
      <Slot>
        {words.length === 0 && (
          <EmptyState icon="circle-check" title="没有等着您的事" text="居民的申请、附议够了的议题，会到这里。" />
        )}
        {words.length > 0 && (
          <Card title="等您办的" tone="info">
            <View className={styles['stack']}>
              {words.map((line) => (
                <Text key={line}>{line}</Text>
              ))}
            </View>
          </Card>
        )}
        {claims.count + held.count > 0 && (
          <Card isTight title="等您核对">
            <Rows>
              {claims.count > 0 && (
                <ListRow
                  icon="house"
                  title="房屋认证申请"
                  end={`${countWords(claims)} 件`}
                  onPress={() => open(routes.claims(communityId))}
                />
              )}
              {held.count > 0 && (
                <ListRow
                  icon="shield-check"
                  title="待看的文字"
                  end={`${countWords(held)} 件`}
                  onPress={() => open(routes.heldWords(communityId))}
                />
              )}
            </Rows>
          </Card>
        )}
        <LinesCard title="要答复的议题" icon="megaphone" lines={topicsToAnswer(found)} pageOf={routes.handleTopic} />
        <LinesCard title="要办的表决" icon="list-checks" lines={votesToRun(found)} pageOf={routes.runVote} />
        <LinesCard title="待写纪要" icon="pencil" lines={minutesToWrite(found)} pageOf={routes.writeMinutes} />
        <LinesCard title="待签字的纪要" icon="file-text" lines={minutesToSign(found)} pageOf={routes.minutes} />
        <LinesCard title="会议" icon="users" lines={meetingsToHold(found)} pageOf={routes.room} />
        <LinesCard
          title="正在走的议题"
          icon="clipboard-list"
          lines={topicsUnderway(found)}
          pageOf={routes.handleTopic}
        />
        <LinesCard
          title="征集附议的议题"
          icon="message-circle"
          lines={topicsProposed(found)}
          pageOf={routes.handleTopic}
        />
        <LinesCard title="进行中的表决" icon="clock" lines={votesRunning(found)} pageOf={routes.runVote} />
      </Slot>
      <Card isTight title="志愿和积分">
        <Rows>
          <ListRow
            icon="thumbs-up"
            title="志愿活动"
            note="发布、签到码、核实时长"
            onPress={() => open(routes.organise(communityId))}
          />
          <ListRow
            icon="store"
            title="兑换柜台"
            note="上架、扫码交付、替人兑换"
            onPress={() => open(routes.counter(communityId))}
          />
          <ListRow
            icon="clock"
            title="时间银行"
            note="代办、调解、互助池"
            onPress={() => open(routes.timebankDesk(communityId))}
          />
          <ListRow
            icon="sliders-horizontal"
            title="积分"
            note="规则、更正、核对"
            onPress={() => open(routes.pointsDesk(communityId))}
          />
        </Rows>
      </Card>
      <Card isTight title="家底">
        <Rows>
          <ListRow
            icon="building-2"
            title="业主名册"
            note={hasRoll ? '导入、核对、登记过户' : '还没有导入，业主表决要先有名册'}
            onPress={() => open(routes.roll(communityId))}
          />
          <ListRow
            icon="users"
            title="居民代表"
            note="由代表表决的，先登记代表"
            onPress={() => open(routes.representatives(communityId))}
          />
          <ListRow
            icon="house"
            title="房屋认证"
            note="谁住哪一户、谁是业主"
            onPress={() => open(routes.claims(communityId))}
          />
          <ListRow
            icon="shield-check"
            title="待看的文字"
            note="机器拿不准的、有人投诉的发言和异议"
            onPress={() => open(routes.heldWords(communityId))}
          />
        </Rows>
      </Card>
    </>
  );
};

const Desk = ({ communityId }: { communityId: CommunityId }) => {
  const { view, reload } = useDesk(communityId);
  const [isOpen, setOpen] = useState(false);
  return (
    <Screen
      foot={view.state === 'ready' ? <Button icon="plus" text="开会或表决" onPress={() => setOpen(true)} /> : undefined}
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {(found) => <Body communityId={communityId} found={found} />}
      </Loaded>
      <Sheet isOpen={isOpen} title="发起" onClose={() => setOpen(false)}>
        <Rows>
          <ListRow
            icon="users"
            title="召集会议"
            note="恳谈、协调、听证、评议、联席"
            onPress={() => open(routes.callMeeting(communityId))}
          />
          <ListRow
            icon="list-checks"
            title="发起表决"
            note="议题里的表决，请从那个议题发起"
            onPress={() => open(routes.announceVote(communityId))}
          />
        </Rows>
      </Sheet>
    </Screen>
  );
};

const DeskPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Desk communityId={communityId} />;
};

export default DeskPage;
