import type { ActivityId } from '@suishoupai/shared/ids';
import type { ActivityView } from '@suishoupai/shared/volunteering/contract';
import { activityStateLabels } from '@suishoupai/shared/volunteering/labels';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { WordsSheet } from '../../council/words-sheet.tsx';
import { Head } from '../../hall/head.tsx';
import { Opened } from '../../hall/opened.tsx';
import { Prose } from '../../hall/prose.tsx';
import { Stack } from '../../hall/stack.tsx';
import { open, routes } from '../../routes.ts';
import { aria } from '../../ui/aria.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { confirmed } from '../../ui/notify.ts';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Fact } from '../../volunteering/fact.tsx';
import { paths } from '../../volunteering/paths.ts';
import { placesWords } from '../../volunteering/places-words.ts';
import { whenWords } from '../../volunteering/when.ts';
import { useCode } from './_hooks/use-code.ts';
import { type RunningControl, type Step, useRunning } from './_hooks/use-running.ts';
import board from './board.module.scss';

/** Six digits that can be read from the last row; they let in and out. */
const CodeBoard = ({ shown, isStale }: ReturnType<typeof useCode>) => (
  <Card>
    <View className={board['board']}>
      <Text>签到签退码</Text>
      <View
        className={cx(board['digits'], isStale && board['stale'])}
        {...aria({
          role: 'img',
          label: shown === undefined ? '正在取签到码' : `签到码 ${shown.code.split('').join(' ')}`,
        })}
      >
        <Text>{shown?.code.slice(0, 3) ?? '···'}</Text>
        <Text>{shown?.code.slice(3) ?? '···'}</Text>
      </View>
      <Prose
        isQuiet
        text={isStale ? '网络断了，签到码可能已经换了' : '到的时候签到、走的时候签退，都填这六位数。半分钟换一次'}
      />
    </View>
  </Card>
);

const steps: Record<Step, { text: string; sure?: { title: string; text: string; yes: string } }> = {
  publish: { text: '发布，开始报名' },
  start: { text: '开始签到' },
  finish: { text: '活动结束', sure: { title: '活动结束？', text: '签退就此结束，接着核实时长。', yes: '结束' } },
  close: {
    text: '时长核完了',
    sure: { title: '时长都核完了？', text: '核完以后要改，仍然可以撤回重核。', yes: '核完了' },
  },
};
const nextStep = ({ may }: ActivityView): Step | undefined =>
  (['publish', 'start', 'finish', 'close'] as const).find((step) => may.includes(step));

const Foot = ({ step, control }: { step: Step; control: RunningControl }) => {
  const { text, sure } = steps[step];
  const go = async () => {
    if (sure === undefined || (await confirmed(sure))) await control.step(step);
  };
  return <Button isLarge text={text} isLoading={control.deeds.running === step} onPress={() => void go()} />;
};

const Body = ({ activity, onCallOff }: { activity: ActivityView; onCallOff: () => void }) => {
  const { id, title, state, place, may, words } = activity;
  return (
    <>
      <Head title={title} note={placesWords(activity)}>
        <Chip text={activityStateLabels[state]} tone={state === 'running' ? 'soon' : 'info'} icon="calendar" />
      </Head>
      <Card isTight>
        <Rows>
          {may.includes('list') && (
            <ListRow
              icon="users"
              title={may.includes('confirm') ? '核实时长' : '报名的人，代为签到'}
              note={`${activity.taken} 人有名额，${activity.waiting} 人候补；每次查看都有记录`}
              onPress={() => open(routes.organisePeople(id))}
            />
          )}
          {may.includes('change') && (
            <ListRow icon="pencil" title="改时间、地点或名额" onPress={() => open(paths.change(id))} />
          )}
          {state !== 'planned' && (
            <ListRow icon="eye" title="大家看到的样子" onPress={() => open(routes.volunteering(id))} />
          )}
          {may.includes('callOff') && <ListRow icon="circle-x" title="取消活动" role="button" onPress={onCallOff} />}
        </Rows>
      </Card>
      <Card>
        <Stack>
          <Fact name="时间" words={whenWords(activity)} />
          <Fact name="地点" words={place} />
          <Prose text={words} />
        </Stack>
      </Card>
    </>
  );
};

const Running = ({ activityId }: { activityId: ActivityId }) => {
  const control = useRunning(activityId);
  const { view, deeds } = control;
  const activity = view.state === 'ready' ? view.data : undefined;
  const isOpen = activity?.may.includes('code') === true;
  const code = useCode(activityId, isOpen);
  const [isCalling, setCalling] = useState(false);
  const step = activity && nextStep(activity);
  const close = () => setCalling(false);
  return (
    <Screen foot={step === undefined ? undefined : <Foot step={step} control={control} />}>
      <Slot>{isOpen && <CodeBoard {...code} />}</Slot>
      <Opened view={view} missing="没有找到这个活动" onRetry={() => void control.reload()}>
        {(ready) => <Body activity={ready} onCallOff={() => setCalling(true)} />}
      </Opened>
      <Slot>
        {isCalling && (
          <WordsSheet
            title="为什么取消？"
            hint="报了名的人都会收到这句话。"
            placeholder="取消的理由"
            submit="取消活动"
            min={2}
            max={200}
            quick={['天气预报有大雨，改日再办', '场地临时不能用', '报名的人太少']}
            isRunning={deeds.running === 'callOff'}
            isLocked={deeds.isLocked('callOff')}
            refusal={deeds.refusalOf('callOff')}
            onSubmit={(reason) => void control.callOff(reason).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const Page = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <Running activityId={id} />;
};

export default Page;
