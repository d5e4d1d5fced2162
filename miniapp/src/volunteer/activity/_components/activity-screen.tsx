import type { ActivityId } from '@suishoupai/shared/ids';
import { exactTime } from '@suishoupai/shared/time/china';
import type { ActivityView } from '@suishoupai/shared/volunteering/contract';
import { activityStateLabels, skillLabels, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import { useState } from 'react';
import { Head } from '../../../hall/head.tsx';
import { Opened } from '../../../hall/opened.tsx';
import { Prose } from '../../../hall/prose.tsx';
import { Stack } from '../../../hall/stack.tsx';
import { open } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Fact } from '../../../volunteering/fact.tsx';
import { paths } from '../../../volunteering/paths.ts';
import { mineWords, placesWords } from '../../../volunteering/places-words.ts';
import { whenWords } from '../../../volunteering/when.ts';
import { type ActivityControl, useActivity } from '../_hooks/use-activity.ts';
import { CheckSheet } from './check-sheet.tsx';

const isOfStaff = ({ may }: ActivityView) => may.includes('list') || may.includes('change');

/** What was noted of this person, the latest last. */
const mineLines = (activity: ActivityView): string[] => [
  ...[mineWords(activity)].filter((words) => words !== undefined),
  ...(activity.checkedIn === undefined ? [] : [`${exactTime(activity.checkedIn.at)} 签到`]),
  ...(activity.checkedOut === undefined ? [] : [`${exactTime(activity.checkedOut.at)} 签退`]),
  ...(activity.minutes === undefined ? [] : [`核实了 ${spokenMinutes(activity.minutes)}`]),
];

const Body = ({ activity, control }: { activity: ActivityView; control: ActivityControl }) => {
  const { title, state, words, place, organiser, skills, places, changes, callOffReason, may, id } = activity;
  const mine = mineLines(activity);
  return (
    <>
      <Head title={title} note={placesWords(activity)}>
        <Chip
          text={activityStateLabels[state]}
          tone={state === 'running' ? 'soon' : state === 'published' ? 'info' : 'calm'}
          icon={state === 'calledOff' ? 'circle-x' : 'calendar'}
        />
      </Head>
      <Slot>
        <ReadAloud text={`${title}。时间：${whenWords(activity)}。地点：${place}。${words}`} />
      </Slot>
      <Slot>
        {callOffReason !== undefined && (
          <Card tone="warn" title="活动取消了">
            <Prose text={callOffReason} />
          </Card>
        )}
      </Slot>
      <Slot>
        {mine.length > 0 && (
          <Card title="我的">
            <Stack>
              {mine.map((line) => (
                <Prose key={line} text={line} />
              ))}
              {may.includes('withdraw') && (
                <Button
                  look="ghost"
                  text="来不了，退出"
                  isLoading={control.running === 'withdraw'}
                  onPress={control.withdraw}
                />
              )}
            </Stack>
          </Card>
        )}
      </Slot>
      <Card>
        <Stack>
          <Fact name="时间" words={whenWords(activity)} />
          <Fact name="地点" words={place} />
          <Fact name="组织者" words={organiser} />
          <Fact name="名额" words={`${places} 个，候补 ${activity.waitingPlaces} 个`} />
          {skills.length > 0 && <Fact name="用得上" words={skills.map((skill) => skillLabels[skill]).join('、')} />}
          <Prose text={words} />
          {changes.map(({ at, words: said }) => (
            <Prose key={at} isQuiet text={`${exactTime(at)} 改动：${said}`} />
          ))}
        </Stack>
      </Card>
      <Slot>
        {isOfStaff(activity) && (
          <Card isTight>
            <ListRow icon="wrench" title="到活动工作台" note="仅工作人员可见" onPress={() => open(paths.run(id))} />
          </Card>
        )}
      </Slot>
    </>
  );
};

type FootProps = { activity: ActivityView; control: ActivityControl; onCheck: (what: 'in' | 'out') => void };

const Foot = ({ activity: { may, taken, places }, control, onCheck }: FootProps) => {
  if (may.includes('checkIn')) return <Button isLarge icon="circle-check" text="签到" onPress={() => onCheck('in')} />;
  if (may.includes('checkOut')) return <Button isLarge icon="log-out" text="签退" onPress={() => onCheck('out')} />;
  return (
    <Button
      isLarge
      text={taken < places ? '报名' : '排候补'}
      isLoading={control.running === 'signUp'}
      onPress={control.signUp}
    />
  );
};

const hasFoot = ({ may }: ActivityView) => may.some((each) => ['checkIn', 'checkOut', 'signUp'].includes(each));

export const ActivityScreen = ({ activityId }: { activityId: ActivityId }) => {
  const control = useActivity(activityId);
  const { view, activity, reload } = control;
  const [checking, setChecking] = useState<'in' | 'out'>();
  return (
    <Screen
      foot={
        activity !== undefined && hasFoot(activity) ? (
          <Foot activity={activity} control={control} onCheck={setChecking} />
        ) : undefined
      }
    >
      <Opened view={view} missing="没有找到这个活动" onRetry={() => void reload()}>
        {(ready) => <Body activity={ready} control={control} />}
      </Opened>
      <Slot>
        {checking !== undefined && (
          <CheckSheet
            control={control}
            what={checking}
            hasPoint={activity?.point !== undefined}
            onClose={() => setChecking(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};
