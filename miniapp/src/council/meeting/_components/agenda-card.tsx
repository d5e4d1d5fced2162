import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import type { MeetingDraft } from '../drafting.ts';

type Props = {
  agenda: MeetingDraft['agenda'];
  isDisabled: boolean;
  onChange: (agenda: MeetingDraft['agenda']) => void;
};

export const AgendaCard = ({ agenda, isDisabled, onChange }: Props) => (
  <Card title="议程">
    <View className={styles['stack']}>
      {agenda.map((item, at) => (
        <LineBox
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
          key={at}
          value={item.title}
          onChange={(title) => onChange(agenda.map((each, i) => (i === at ? { ...each, title } : each)))}
          maxLength={meetingLimits.agendaItem}
          placeholder="议什么，空着就不要这一条"
          label={`第 ${at + 1} 条议程`}
          isDisabled={isDisabled}
        />
      ))}
      <Slot>
        {agenda.length < meetingLimits.agenda && (
          <Button
            look="soft"
            icon="plus"
            text="加一条"
            isDisabled={isDisabled}
            onPress={() => onChange([...agenda, { title: '' }])}
          />
        )}
      </Slot>
    </View>
  </Card>
);
