import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import type { CommunityId } from '@suishoupai/shared/ids';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../ui/card.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Pill } from '../../../../ui/pill.tsx';
import { Pills } from '../../../../ui/pills.tsx';
import { Press } from '../../../../ui/press.tsx';
import { Slot } from '../../../../ui/slot.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { MatterFields } from '../../../patrol/matter/matter-fields.tsx';
import type { Line } from '../draft.ts';
import styles from './record.module.scss';

type Props = {
  line: Line;
  index: number;
  communityId: CommunityId;
  isLocked: boolean;
  /** Why the service will not have it. */
  error: string | undefined;
  onChange: (change: (line: Line) => Line) => void;
  onDrop: () => void;
};

const ways = [
  ['answer', '当场答复'],
  ['ticket', '转工单'],
] as const;

/** One thing the household raised: answered on the spot, or made a ticket. */
export const LineCard = ({ line, index, communityId, isLocked, error, onChange, onDrop }: Props) => {
  const { matter, way, answer, isOpened } = line;
  const isFixed = isLocked || isOpened;
  return (
    <Card title={`第 ${index + 1} 件`}>
      <View className={styles['stack']}>
        <Field error={error}>
          <TextArea
            value={matter.text}
            onChange={(text) => onChange((before) => ({ ...before, matter: { ...before.matter, text } }))}
            maxLength={fieldworkLimits.said}
            placeholder="居民说的事，比如“楼道灯三天没亮”"
            label={`第 ${index + 1} 件，居民说的事`}
            isDisabled={isFixed}
          />
        </Field>
        <Pills label="怎样回音">
          {ways.map(([each, text]) => (
            <Pill
              key={each}
              text={text}
              isChosen={each === way}
              isDisabled={isFixed}
              onPress={() => onChange((before) => ({ ...before, way: each }))}
            />
          ))}
        </Pills>
        <Slot>
          {way === 'answer' && (
            <TextArea
              value={answer}
              onChange={(value) => onChange((before) => ({ ...before, answer: value }))}
              maxLength={fieldworkLimits.answer}
              placeholder="怎么答复的，比如“已请物业当场换好灯泡”"
              label="当场的答复"
              isDisabled={isFixed}
            />
          )}
          {way === 'ticket' && (
            <MatterFields
              communityId={communityId}
              matter={matter}
              isLocked={isFixed}
              onChange={(change) => onChange((before) => ({ ...before, matter: { ...before.matter, ...change } }))}
            />
          )}
          {isOpened && <Text className={styles['note']}>这一件的工单已经开出，不能再改</Text>}
          {!isFixed && (
            <Press className={styles['drop']} label={`删掉第 ${index + 1} 件`} onPress={onDrop}>
              <Text>删掉这一件</Text>
            </Press>
          )}
        </Slot>
      </View>
    </Card>
  );
};
