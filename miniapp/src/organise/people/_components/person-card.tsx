import { exactTime } from '@suishoupai/shared/time/china';
import type { Participant } from '@suishoupai/shared/volunteering/contract';
import { flagLabels, skillLabels, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import { View } from '@tarojs/components';
import styles from '../../../council/council.module.scss';
import { Prose } from '../../../hall/prose.tsx';
import { Stack } from '../../../hall/stack.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';

type Props = {
  participant: Participant;
  /** What may be done now. */
  mayNote: boolean;
  mayConfirm: boolean;
  running: string | undefined;
  onNote: (what: 'in' | 'out') => void;
  onConfirm: () => void;
  onUndo: () => void;
};

const timesOf = ({ checkedIn, checkedOut, measured }: Participant): string =>
  [
    checkedIn === undefined ? '没有签到' : `${exactTime(checkedIn.at)} 签到`,
    checkedOut === undefined ? '' : `${exactTime(checkedOut.at)} 签退`,
    measured === undefined ? '' : `共 ${spokenMinutes(measured)}`,
  ]
    .filter((part) => part !== '')
    .join('，');

/** One person: when they came and went, what to look at, and the hours. */
export const PersonCard = ({ participant, mayNote, mayConfirm, running, onNote, onConfirm, onUndo }: Props) => {
  const { name, personId, standing, position, guardian, skills, flags, hours, checkedIn, checkedOut } = participant;
  const isIn = standing === 'in';
  return (
    <Card title={name} aside={isIn ? '' : `候补第 ${position ?? 1} 位`}>
      <Stack>
        {guardian !== undefined && (
          <Prose isQuiet text={`未满 18 岁，监护人 ${guardian.name}（${guardian.relation}）`} />
        )}
        {skills.length > 0 && <Prose isQuiet text={skills.map((skill) => skillLabels[skill]).join('、')} />}
        {isIn && <Prose text={timesOf(participant)} />}
        {flags.length > 0 && (
          <View className={styles['line']}>
            {flags.map(({ kind, otherId }) => (
              <Chip key={`${kind} ${otherId}`} text={flagLabels[kind]} tone="soon" icon="triangle-alert" />
            ))}
          </View>
        )}
        {hours !== undefined && (
          <Prose
            text={`核实 ${spokenMinutes(hours.minutes)}，${hours.stars} 星${hours.reason === undefined ? '' : `（${hours.reason}）`}`}
          />
        )}
        {isIn && mayNote && hours === undefined && (
          <View className={styles['pair']}>
            {checkedIn === undefined && (
              <Button
                look="soft"
                text="代签到"
                label={`代签到，${name}`}
                isLoading={running === `in ${personId}`}
                onPress={() => onNote('in')}
              />
            )}
            {checkedIn !== undefined && checkedOut === undefined && (
              <Button
                look="soft"
                text="代签退"
                label={`代签退，${name}`}
                isLoading={running === `out ${personId}`}
                onPress={() => onNote('out')}
              />
            )}
          </View>
        )}
        {isIn && mayConfirm && hours === undefined && (
          <Button text="核实时长" label={`核实时长，${name}`} onPress={onConfirm} />
        )}
        {isIn && mayConfirm && hours !== undefined && (
          <Button look="ghost" text="撤回，重新核实" label={`撤回，重新核实，${name}`} onPress={onUndo} />
        )}
      </Stack>
    </Card>
  );
};
