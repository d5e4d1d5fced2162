import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { View } from '@tarojs/components';
import { callPhone } from '../../platform/call-phone.ts';
import { open, routes } from '../../routes.ts';
import type { KnownCommunity } from '../../state/community.ts';
import { useElder } from '../../state/elder.ts';
import { useMetCommunity } from '../../state/met-community.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ElderChoice } from '../../ui/elder-choice.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ListingRow } from '../listing-row.tsx';
import { Head, SignedIn, Stack, Words } from '../parts.tsx';
import styles from '../timebank.module.scss';
import { MyExchanges, MyListings, Neighbours } from './_components/lists.tsx';
import { type Part, useTimebank } from './_hooks/use-timebank.ts';

const parts: [Part, string][] = [
  ['offer', '邻居能帮'],
  ['request', '邻居要帮'],
  ['exchanges', '我的互助'],
  ['mine', '我挂出的'],
];

/** What an old person does here: ask, look who helps, or have somebody of the community do it. */
const ElderWays = ({ community }: { community: KnownCommunity }) => (
  <>
    <ElderChoice
      icon="users"
      title="请邻居帮忙"
      note="买菜、看病、修东西"
      onPress={() => open(routes.makeListing(community.id, 'request'))}
    />
    <ElderChoice
      icon="phone"
      title="打电话请社区代办"
      note={`${community.hotline.contact}，${community.hotline.hours}`}
      onPress={() => callPhone(community.hotline.phone)}
    />
    <ElderChoice
      icon="arrow-right-left"
      title="转给家人或捐出"
      note="给家人，给独居老人"
      onPress={() => open(routes.giveHours(community.id))}
    />
  </>
);

const Ways = ({ id, hotline }: KnownCommunity) => (
  <>
    <View className={styles['pair']}>
      <Button text="请帮忙" onPress={() => open(routes.makeListing(id, 'request'))} />
      <Button look="soft" text="我能帮" onPress={() => open(routes.makeListing(id, 'offer'))} />
    </View>
    <Card isTight>
      <Rows>
        <ListRow icon="arrow-right-left" title="转给家人、捐出" onPress={() => open(routes.giveHours(id))} />
        <ListRow
          icon="house"
          title="互助池"
          note="捐给独居老人的时长，用在哪里"
          onPress={() => open(routes.pool(id))}
        />
        <ListRow icon="phone" title="打电话请社区代办" note={hotline.hours} onPress={() => callPhone(hotline.phone)} />
      </Rows>
    </Card>
  </>
);

const Bank = ({ community }: { community: KnownCommunity }) => {
  const { id } = community;
  const { view, reload, part, setPart, skill, setSkill, setNudge } = useTimebank(id);
  const isElder = useElder();
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()} skeleton={<Skeleton cards={1} />}>
        {({ minutes, waiting, nudge }) => (
          <Stack>
            <Head
              title={`可用 ${minutesWords(minutes.free)}`}
              note={
                minutes.reserved > 0
                  ? `另有 ${minutesWords(minutes.reserved)}约好了，先留着`
                  : '时长不会过期，不能换成积分'
              }
            >
              {waiting > 0 && <Chip text={`${waiting} 件等您`} tone="soon" icon="hourglass" />}
            </Head>
            {isElder ? <ElderWays community={community} /> : <Ways {...community} />}
            {nudge.offers.length > 0 && (
              <Card isTight title="您的时长可以这样用">
                <Rows>
                  {nudge.offers.map((card) => (
                    <ListingRow key={card.id} card={card} />
                  ))}
                </Rows>
              </Card>
            )}
            <Card isTight>
              <ListRow
                role="switch"
                isChecked={nudge.isOn}
                title="久不用时提醒我"
                note="两个月没用过才提醒，一个月最多一次"
                end={<Toggle isOn={nudge.isOn} />}
                onPress={() => setNudge(!nudge.isOn)}
              />
            </Card>
          </Stack>
        )}
      </Loaded>
      <PillLine label="看什么">
        {parts.map(([each, name]) => (
          <Pill key={each} text={name} isChosen={part === each} onPress={() => setPart(each)} />
        ))}
      </PillLine>
      {(part === 'offer' || part === 'request') && (
        <Neighbours communityId={id} kind={part} skill={skill} onSkill={setSkill} />
      )}
      {part === 'exchanges' && <MyExchanges communityId={id} />}
      {part === 'mine' && <MyListings communityId={id} />}
      <Words isQuiet text="帮邻居一小时，记一小时；以后用一小时，也可以给家人用。" />
    </Screen>
  );
};

const Page = () => {
  const community = useMetCommunity();
  return (
    <SignedIn why="登录后看您的时长、和邻居互助。">
      {community === undefined ? (
        <Screen>
          <Skeleton cards={1} />
        </Screen>
      ) : (
        <Bank key={community.id} community={community} />
      )}
    </SignedIn>
  );
};

export default Page;
