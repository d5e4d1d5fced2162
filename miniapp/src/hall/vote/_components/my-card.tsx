import { areaWords } from '@suishoupai/shared/households/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import type { MySlot, Vote } from '@suishoupai/shared/votes/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Banner } from '../../../ticket/banners.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Points } from '../../../ui/points.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { BallotControl } from '../_hooks/use-ballot.ts';
import { fillWords, readBack } from '../drafting.ts';
import { FillIn } from './fill-in.tsx';
import styles from './my-card.module.scss';

/** 「3 栋 501 · 89.63 ㎡」; of a person nothing. */
export const slotName = ({ units, area }: Pick<MySlot, 'units' | 'area'>): string | undefined => {
  const [first] = units;
  if (first === undefined) return undefined;
  const names = units.length > 1 ? `${first} 等 ${units.length} 套` : first;
  return area === 0 ? names : `${names} · ${areaWords(area).replace(' ', '\u00a0')}`;
};

const Cast = ({ vote, slot, ballot, now }: { vote: Vote; slot: MySlot; ballot: BallotControl; now: string }) => {
  const { ballot: cast } = slot;
  const { next } = ballot;
  if (cast === undefined) return null;
  const { choice, castAt, seq, code, channel, isByOther } = cast;
  if (isByOther)
    return <Prose text="这一户已由共有人或家人投过票。一户一票，以先投的为准；他们投了什么，这里不显示。" />;
  return (
    <Stack>
      <View className={styles['mine']}>
        <Text className={styles['label']}>{channel === 'paper' ? '您的纸质选票' : '您投的是'}</Text>
        {readBack(vote.question, choice).map((line) => (
          <Text key={line} className={styles['line']}>
            {line}
          </Text>
        ))}
      </View>
      <View className={styles['receipt']}>
        <Text className={styles['label']}>{`回执 · ${shortTime(castAt, now)}${seq > 1 ? ` · 第 ${seq} 次` : ''}`}</Text>
        <Text className={styles['code']} userSelect>
          {code}
        </Text>
      </View>
      <Button look="ghost" text="核对我的选票" onPress={() => open(routes.proof(vote.id, slot.slot))} />
      {slot.mayCast && <Button look="plain" text="改投" onPress={ballot.change} />}
      {next !== undefined && (
        <Button text={`去投下一票：${slotName(next) ?? '我'}`} onPress={() => ballot.choose(next.slot)} />
      )}
    </Stack>
  );
};

/** A ballot on the phone is no ballot yet: that is said first. */
const Waiting = ({ ballot }: { ballot: BallotControl }) => {
  const { waiting, refused, sendWaiting, drop } = ballot;
  if (waiting !== undefined)
    return (
      <Stack>
        <Banner
          tone="warn"
          icon="wifi-off"
          text="选票还在您手机里，还没有投出。有网时自动发出；截止以后才到的，不算。"
        />
        <Button text="现在投出" onPress={() => void sendWaiting()} />
        <Button look="plain" text="不投这张，重新选" onPress={() => drop(waiting.key)} />
      </Stack>
    );
  if (refused !== undefined)
    return (
      <Stack>
        <Banner tone="warn" icon="circle-alert" text={`手机里的选票没有投成：${refused.refusal?.message ?? ''}`} />
        {!ballot.isFilling && <Button look="plain" text="知道了" onPress={() => drop(refused.key)} />}
      </Stack>
    );
  return null;
};

const secrecyNote = (vote: Vote): string =>
  vote.isChangeable
    ? '截止前可以改，以最后一次为准。投出后给您回执，截止后可以自己核对。'
    : '投出后不能改。投出后给您回执，截止后可以自己核对。';

type Props = { vote: Vote; ballot: BallotControl; now: string };

/** My place in the vote: what I may still fill in, or what I cast. */
export const MyCard = ({ vote, ballot, now }: Props) => {
  const { slot, isFilling, draft, setDraft, choose, isChanging, keep, waiting } = ballot;
  if (slot === undefined) return null;
  const name = slotName(slot);
  const how = fillWords(vote.question);
  return (
    <Card title="我的一票" {...(name === undefined || vote.mine.length > 1 ? {} : { aside: name })}>
      <Stack>
        {vote.mine.length > 1 && (
          <Pills label="哪一票">
            {vote.mine.map((each) => (
              <Pill
                key={each.slot}
                text={`${slotName(each) ?? '我'}${each.ballot ? ' · 已投' : ''}`}
                isChosen={each.slot === slot.slot}
                onPress={() => choose(each.slot)}
              />
            ))}
          </Pills>
        )}
        <Waiting ballot={ballot} />
        {slot.isOnPaper && slot.ballot === undefined && (
          <Prose text="您交了纸质选票，工作人员正在录入复核。手机上不能再投，以先到的为准。" />
        )}
        {!isFilling && <Cast vote={vote} slot={slot} ballot={ballot} now={now} />}
        {isFilling && (
          <>
            <Prose text={vote.question.text} />
            <Slot>{how !== undefined && <Prose isQuiet text={how} />}</Slot>
            <FillIn question={vote.question} draft={draft} onChange={setDraft} />
            {isChanging && <Button look="plain" text="不改了" onPress={keep} />}
            <Prose isQuiet text={secrecyNote(vote)} />
          </>
        )}
        {!isFilling && slot.ballot === undefined && waiting === undefined && !slot.isOnPaper && (
          <Points lines={['这一票没有投。']} />
        )}
      </Stack>
    </Card>
  );
};
