import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Press } from '../../../ui/press.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { DayLine } from '../_components/day-line.tsx';
import { GridLine } from '../_components/grid-line.tsx';
import { Warning } from '../warning.tsx';
import { useMake } from './_hooks/use-make.ts';
import styles from './index.module.scss';
import { changedItem, isFull, usualItems, withItem, withoutItem, written } from './plan.ts';

const MakePage = () => {
  const { communityId = '', gridId, day } = useRouter().params;
  const { plan, grids, now, change, missing, submit, sending } = useMake({ communityId, gridId, day });
  const { isLocked, isSending } = sending;
  const usual = (text: string) => plan.items.find((item) => item.text === text);
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text={`排好 ${written(plan).length} 条`}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Warning sending={sending} />
      </Slot>
      <DayLine day={plan.day} now={now} isAhead onChoose={(value) => change({ ...plan, day: value })} />
      <Slot>
        <GridLine grids={grids} chosen={plan.gridId} onChoose={(id) => change({ ...plan, gridId: id })} />
      </Slot>
      <Card title="查什么" aside={`${plan.items.length} / ${fieldworkLimits.items}`}>
        <View className={styles['items']}>
          <Slot>
            {plan.items.map(({ id, text, place }, index) => (
              <View key={id} className={styles['item']}>
                <View className={styles['lines']}>
                  <LineBox
                    value={text}
                    onChange={(value) => change(changedItem(plan, id, { text: value }))}
                    maxLength={fieldworkLimits.item}
                    placeholder="查什么，比如“消防通道是否畅通”"
                    label={`第 ${index + 1} 条查什么`}
                    isDisabled={isLocked}
                    isFocused={text === '' && index === plan.items.length - 1}
                  />
                  <LineBox
                    icon="map-pin"
                    value={place}
                    onChange={(value) => change(changedItem(plan, id, { place: value }))}
                    maxLength={fieldworkLimits.placeLabel}
                    placeholder="在哪里（可不写）"
                    label={`第 ${index + 1} 条在哪里`}
                    isDisabled={isLocked}
                  />
                </View>
                <Press
                  className={styles['drop']}
                  label={`删掉第 ${index + 1} 条`}
                  isDisabled={isLocked}
                  onPress={() => change(withoutItem(plan, id))}
                >
                  <Icon name="x" />
                </Press>
              </View>
            ))}
          </Slot>
          <Button
            look="soft"
            icon="plus"
            text="加一条"
            isDisabled={isLocked || isFull(plan)}
            onPress={() => change(withItem(plan, ''))}
          />
        </View>
      </Card>
      <Card title="常查的">
        <Pills label="常查的，点一下加进去，再点拿掉" role="group">
          {usualItems.map((text) => {
            const added = usual(text);
            return (
              <Pill
                key={text}
                role="checkbox"
                text={text}
                isChosen={added !== undefined}
                isDisabled={isLocked || (added === undefined && isFull(plan))}
                onPress={() => change(added === undefined ? withItem(plan, text) : withoutItem(plan, added.id))}
              />
            );
          })}
        </Pills>
      </Card>
    </Screen>
  );
};

export default MakePage;
