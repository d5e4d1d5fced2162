import type { StaffBook } from '@suishoupai/shared/points/book-contract';
import type { Line } from '@suishoupai/shared/points/contract';
import { meritNames, merits } from '@suishoupai/shared/points/honours';
import { correctionLimits } from '@suishoupai/shared/points/limits';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { amountWords, lineTitle, movedWords, unitNames } from '@suishoupai/shared/points/words';
import { chinaDay, shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Refused } from '../../council/refused.tsx';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from '../points.module.scss';
import { useCorrect, type Wanted } from './_hooks/use-correct.ts';
import { codeFrom } from './code.ts';

type FormProps = { isRunning: boolean; isLocked: boolean; line: Line | undefined; onSubmit: (wanted: Wanted) => void };

/** What is missing, or what the button does. */
const CorrectionForm = ({ isRunning, isLocked, line, onSubmit }: FormProps) => {
  const [unit, setUnit] = useState<Unit>('points');
  const [direction, setDirection] = useState<'give' | 'take'>('give');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const given = line === undefined ? Number(typed) : Math.abs(line.moved);
  const amount = /^\d{1,7}$/.test(String(given)) && given > 0 ? given : undefined;
  const meantUnit = line?.unit ?? unit;
  const way = line === undefined ? direction : line.moved > 0 ? 'take' : 'give';
  const isLarge = amount !== undefined && amount > correctionLimits.alone[meantUnit];
  const missing = amount === undefined ? '先填数目' : reason.trim().length < 4 ? '原因至少写 4 个字' : undefined;
  const does = `${way === 'give' ? '补' : '收回'} ${amountWords(meantUnit, amount ?? 0)}`;
  const text = isLarge ? `${does} · 请另一位同事确认` : does;
  return (
    <View className={styles['stack']}>
      <Slot>
        {line === undefined ? (
          <>
            <PillLine label="积分还是时长">
              {(['points', 'minutes'] as const).map((each) => (
                <Pill key={each} text={unitNames[each]} isChosen={each === unit} onPress={() => setUnit(each)} />
              ))}
            </PillLine>
            <PillLine label="补还是收回">
              <Pill text="补" isChosen={direction === 'give'} onPress={() => setDirection('give')} />
              <Pill text="收回" isChosen={direction === 'take'} onPress={() => setDirection('take')} />
            </PillLine>
            <Field label={unit === 'points' ? '多少分' : '多少分钟'}>
              <LineBox
                value={typed}
                onChange={setTyped}
                maxLength={7}
                keyboard="number"
                placeholder="整数"
                label="数目"
              />
            </Field>
          </>
        ) : (
          <Text>{`把「${lineTitle(line)} ${movedWords(line)}」反过来再记一笔`}</Text>
        )}
      </Slot>
      <Field label="原因" hint="居民看得到">
        <TextArea
          value={reason}
          onChange={setReason}
          maxLength={correctionLimits.reason}
          placeholder="比如 7 月 3 日到会签到漏记"
          label="原因"
        />
      </Field>
      <Button
        isLarge
        text={isLocked && !isRunning ? '没有收到回音，再发一次' : (missing ?? text)}
        isLoading={isRunning}
        isDisabled={missing !== undefined && !isLocked}
        onPress={() =>
          onSubmit({
            ...{ unit: meantUnit, direction: way, amount: amount ?? 0, reason: reason.trim() },
            ...(line === undefined ? {} : { undoes: line.id }),
          })
        }
      />
    </View>
  );
};

const BookCard = ({ book, now, onChoose }: { book: StaffBook; now: string; onChoose: (line: Line) => void }) => (
  <Card isTight title={`账号 ${book.book}`} aside="看过会记一笔">
    <Rows>
      <View className={styles['row']}>
        <Text>{`积分 ${book.points.posted}`}</Text>
        <Text className={styles['end']}>{amountWords('minutes', book.minutes.posted)}</Text>
      </View>
      {book.lines.map((line) => (
        <ListRow
          key={`${line.unit} ${line.id}`}
          title={lineTitle(line)}
          note={[shortTime(line.at, now), line.reason].filter(Boolean).join(' · ')}
          end={movedWords(line)}
          role="button"
          onPress={() => onChoose(line)}
        />
      ))}
    </Rows>
  </Card>
);

const CorrectPage = () => {
  const { communityId = '' } = useRouter().params;
  const { book, isLooking, find, correct, commend, deeds } = useCorrect(communityId);
  const now = useNow();
  const [typed, setTyped] = useState('');
  const [line, setLine] = useState<Line>();
  const code = codeFrom(typed);
  const year = Number(chinaDay(now).slice(0, 4));
  return (
    <Screen>
      <Card title="哪一本账">
        <View className={styles['stack']}>
          <Field label="账号" hint="居民在「积分」页最上面看得到自己的账号">
            <LineBox value={typed} onChange={setTyped} maxLength={20} placeholder="十二个字母数字" label="账号" />
          </Field>
          <Button
            look="soft"
            icon="search"
            text="找这本账"
            isLoading={isLooking}
            isDisabled={code === undefined}
            onPress={() => code !== undefined && void find(code)}
          />
        </View>
      </Card>
      <Slot>
        {book !== undefined && (
          <>
            <BookCard book={book} now={now} onChoose={setLine} />
            <Card
              title={line === undefined ? '补记或收回' : '更正这一笔'}
              {...(line === undefined ? {} : { aside: '不是这笔', onAside: () => setLine(undefined) })}
            >
              <Refused refusal={deeds.refusalOf('correct')} />
              <CorrectionForm
                key={line?.id ?? 'free'}
                line={line}
                isRunning={deeds.running === 'correct'}
                isLocked={deeds.isLocked('correct')}
                onSubmit={(wanted) => void correct(wanted).then((isDone) => isDone && setLine(undefined))}
              />
            </Card>
            <Card title={`${year} 年表彰`}>
              <View className={styles['actions']}>
                {merits.map((merit) => (
                  <Button
                    key={merit}
                    look="ghost"
                    icon="star"
                    text={meritNames[merit]}
                    isDisabled={deeds.running !== undefined}
                    onPress={() => void commend(year, merit)}
                  />
                ))}
              </View>
            </Card>
          </>
        )}
      </Slot>
    </Screen>
  );
};

export default CorrectPage;
