import { addresses, badges, type Honours, meritNames } from '@suishoupai/shared/points/honours';
import { minutesWords } from '@suishoupai/shared/points/words';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../points.module.scss';
import { useHonours } from './_hooks/use-honours.ts';

const Row = ({ title, note, end }: { title: string; note?: string; end: string }) => (
  <View className={styles['row']}>
    <View className={styles['words']}>
      <Text>{title}</Text>
      <Slot>{note !== undefined && <Text className={styles['quiet']}>{note}</Text>}</Slot>
    </View>
    <Text className={styles['end']}>{end}</Text>
  </View>
);

const Badges = ({ all }: { all: Honours['badges'] }) => (
  <Card title="徽章" aside={`${all.filter(({ isEarned }) => isEarned).length} / ${all.length}`}>
    {badges.map(({ id, title, note, rule }) => {
      const mine = all.find((each) => each.id === id);
      const done = mine?.done ?? 0;
      const far = rule === 'service' ? minutesWords(done) : `${done} / ${mine?.needed ?? 0}`;
      return <Row key={id} title={title} note={note} end={mine?.isEarned ? '已得到' : far} />;
    })}
  </Card>
);

type NamingProps = { shown: string | undefined; isSaving: boolean; onShow: (name: string | null) => void };

const Naming = ({ shown, isSaving, onShow }: NamingProps) => {
  const [surname, setSurname] = useState('');
  const [address, setAddress] = useState<string>(addresses[0]);
  if (shown !== undefined)
    return (
      <View className={styles['stack']}>
        <Text>{`您以「${shown}」的名字在榜上。`}</Text>
        <Button look="ghost" text="撤下我的名字" isLoading={isSaving} onPress={() => onShow(null)} />
      </View>
    );
  const isName = /^[\u4e00-\u9fff]{1,2}$/.test(surname);
  return (
    <View className={styles['stack']}>
      <Text className={styles['quiet']}>不同意就不上榜。同意以后，别人看到的只有姓和称呼，随时可以撤下。</Text>
      <Field label="姓">
        <LineBox value={surname} onChange={setSurname} maxLength={2} placeholder="比如 李" label="姓" />
      </Field>
      <PillLine label="称呼">
        {addresses.map((each) => (
          <Pill key={each} text={each} isChosen={each === address} onPress={() => setAddress(each)} />
        ))}
      </PillLine>
      <Button
        look="soft"
        text={isName ? `同意以「${surname}${address}」上榜` : '先填一个字或两个字的姓'}
        isLoading={isSaving}
        isDisabled={!isName}
        onPress={() => onShow(surname + address)}
      />
    </View>
  );
};

const HonoursPage = () => {
  const { communityId = '' } = useRouter().params;
  const { view, reload, isSaving, showMe } = useHonours(communityId);
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ badges: mine, shown, ranking, commendations }) => (
          <>
            <Badges all={mine} />
            <Card title="今年的服务时长榜">
              <View className={styles['stack']}>
                <View>
                  {ranking.map(({ name, minutes, isMine }, i) => (
                    <Row
                      key={`${name} ${minutes} ${isMine}`}
                      title={`${i + 1}. ${name}${isMine ? '（您）' : ''}`}
                      end={minutesWords(minutes)}
                    />
                  ))}
                </View>
                <Naming shown={shown} isSaving={isSaving} onShow={showMe} />
              </View>
            </Card>
            <Slot>
              {commendations.length > 0 && (
                <Card title="年度表彰">
                  {commendations.map(({ id, year, merit, name, isMine, by }) => (
                    <Row
                      key={id}
                      title={`${year} 年 ${meritNames[merit]}`}
                      note={by}
                      end={isMine ? '您' : (name ?? '一位邻居')}
                    />
                  ))}
                </Card>
              )}
            </Slot>
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default HonoursPage;
