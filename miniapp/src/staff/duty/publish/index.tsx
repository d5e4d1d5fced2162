import { dutyLimits } from '@suishoupai/shared/duty/limits';
import { dayWords } from '@suishoupai/shared/duty/words';
import { chinaDay } from '@suishoupai/shared/time/china';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Changes } from '../../../duty/changes.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { earliestDay } from '../draft.ts';
import { DayPicker } from './_components/day-picker.tsx';
import { usePublish } from './_hooks/use-publish.ts';
import styles from './index.module.scss';

const nothing = <EmptyState icon="circle-check" title="没有要发布的改动" text="和现在的清单一样" />;

const PublishPage = () => {
  const publishing = usePublish(useRouter().params['communityId'] ?? '');
  const { view, reload, now, newest, departments, outcome, count, draft, effectiveFrom } = publishing;
  const from = effectiveFrom === undefined ? '发布后立即' : `${dayWords(effectiveFrom, now)}零点`;
  const isReady = view.state === 'ready' && (count > 0 || publishing.isLost);
  const foot = publishing.isLost ? (
    <>
      <Button look="ghost" text="看最新一版" onPress={publishing.giveUp} />
      <Button text="再试一次" onPress={publishing.submit} />
    </>
  ) : (
    <Button
      text={`发布第 ${(newest?.version ?? 0) + 1} 版 · ${effectiveFrom === undefined ? '立即' : dayWords(effectiveFrom, now)}生效`}
      isLoading={publishing.isSending}
      onPress={publishing.submit}
    />
  );
  return (
    <Screen foot={isReady ? foot : undefined}>
      <Loaded view={view} onRetry={() => void reload()}>
        {() =>
          isReady ? (
            <>
              {publishing.isLost && (
                <Card tone="warn" title="上次发布没有收到回音">
                  <Text>不知道是否已经发布。再试一次不会发布两遍。</Text>
                </Card>
              )}
              <Card title={`改动 ${count} 处`}>
                <Changes {...outcome} departments={departments} />
              </Card>
              <Card>
                <Field label="为什么改" hint="居民在历次改动里看得到" error={publishing.problem}>
                  <TextArea
                    value={draft.reason}
                    onChange={publishing.write}
                    maxLength={dutyLimits.reason}
                    placeholder="比如：居民议事会商定，噪声先由网格员现场核实"
                    label="为什么改"
                    isDisabled={publishing.isLost}
                  />
                </Field>
              </Card>
              <Card
                title="什么时候生效"
                {...(draft.day === undefined ? {} : { aside: '改为立即', onAside: () => publishing.choose(undefined) })}
              >
                <DayPicker
                  words={from}
                  day={draft.day}
                  earliest={earliestDay(newest, now) ?? chinaDay(now)}
                  onChoose={publishing.choose}
                />
                <Text className={styles['note']}>生效以后上报的按新的一版派单；之前上报的仍按当时的那一版。</Text>
              </Card>
            </>
          ) : (
            nothing
          )
        }
      </Loaded>
    </Screen>
  );
};

export default PublishPage;
