import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import styles from './choices.module.scss';
import { Icon } from './icon/icon.tsx';
import { ListRow } from './list-row.tsx';
import { Rows } from './rows.tsx';

export type Choice<Id> = { id: Id; name: string; note?: string | undefined };

type Props<Id> = {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: Id | readonly Id[] | undefined;
  onChoose: (id: Id) => void;
  /** Said before each, where another list beside it has the same names. */
  prefix?: string;
};

/** One of several, or some of them when `chosen` is a list: rows as wide as the thumb is clumsy. */
export const Choices = <Id extends string | number>({ label, choices, chosen, onChoose, prefix }: Props<Id>) => {
  const isMany = Array.isArray(chosen);
  const isOn = (id: Id) => (Array.isArray(chosen) ? chosen.includes(id) : id === chosen);
  return (
    <View {...aria({ role: isMany ? 'group' : 'radiogroup', label })}>
      <Rows>
        {choices.map(({ id, name, note }) => (
          <ListRow
            key={id}
            role={isMany ? 'checkbox' : 'radio'}
            isChecked={isOn(id)}
            title={name}
            label={prefix === undefined ? undefined : `${prefix}：${[name, note].filter(Boolean).join('，')}`}
            note={note}
            end={<Icon name={isOn(id) ? 'circle-check' : 'circle'} className={isOn(id) ? styles['on'] : undefined} />}
            onPress={() => onChoose(id)}
          />
        ))}
      </Rows>
    </View>
  );
};
