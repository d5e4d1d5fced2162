import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from './aria.ts';
import { ListRow } from './list-row.tsx';
import { Rows } from './rows.tsx';

export type Choice<Id> = {
  id: Id;
  name: string;
  note?: string | undefined;
  /** Seldom the right one: where others are not, it is shown when it is chosen or asked for. */
  isAside?: boolean;
};

type Props<Id> = {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: Id | readonly Id[] | undefined;
  onChoose: (id: Id) => void;
  /** Said before each, where another list beside it has the same names. */
  prefix?: string;
  /** What those aside are called together: 「部门」. */
  noun?: string;
};

/** One of several, or some of them when `chosen` is a list: rows as wide as the thumb is clumsy. */
export const Choices = <Id extends string | number>({
  label,
  choices,
  chosen,
  onChoose,
  prefix,
  noun = '选项',
}: Props<Id>) => {
  const [isWhole, setWhole] = useState(false);
  const isMany = Array.isArray(chosen);
  const isOn = (id: Id) => (Array.isArray(chosen) ? chosen.includes(id) : id === chosen);
  const hasUsual = choices.some(({ isAside = false }) => !isAside);
  const aside = isWhole || !hasUsual ? [] : choices.filter(({ id, isAside = false }) => isAside && !isOn(id));
  const more = `其他 ${aside.length} 个${noun}`;
  const said = (words: string) => (prefix === undefined ? words : `${prefix}：${words}`);
  return (
    <View {...aria({ role: isMany ? 'group' : 'radiogroup', label })}>
      <Rows>
        {choices
          .filter((each) => !aside.includes(each))
          .map(({ id, name, note }) => (
            <ListRow
              key={id}
              role={isMany ? 'checkbox' : 'radio'}
              isChecked={isOn(id)}
              title={name}
              label={prefix === undefined ? undefined : said([name, note].filter(Boolean).join('，'))}
              note={note}
              onPress={() => onChoose(id)}
            />
          ))}
        {aside.length > 0 && <ListRow role="button" title={more} label={said(more)} onPress={() => setWhole(true)} />}
      </Rows>
    </View>
  );
};
