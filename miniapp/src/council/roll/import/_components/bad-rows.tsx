import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../../ui/aria.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { ListRow } from '../../../../ui/list-row.tsx';
import { Rows } from '../../../../ui/rows.tsx';
import { Tick } from '../../../../ui/tick.tsx';
import type { BadRow } from '../preview.ts';

type Props = {
  rows: readonly BadRow[];
  excluded: readonly number[];
  isLocked: boolean;
  onToggle: (row: number) => void;
  onToggleAll: () => void;
};

const atFirst = 30;

/** Every bad row by its number in the file, to be mended there or left out here. */
export const BadRows = ({ rows, excluded, isLocked, onToggle, onToggleAll }: Props) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  return (
    <Card
      title={`${rows.length} 行有问题`}
      aside={excluded.length === rows.length ? '都不排除' : '全部排除'}
      onAside={() => !isLocked && onToggleAll()}
    >
      <View {...aria({ role: 'group', label: '勾选要排除的行' })}>
        <Rows>
          {shown.map(({ row, problems }) => {
            const isOn = excluded.includes(row);
            return (
              <ListRow
                key={row}
                role="checkbox"
                isChecked={isOn}
                title={`第 ${row} 行`}
                note={
                  problems.length === 0
                    ? '这一行也有问题'
                    : problems
                        .map(({ column, message }) => (column === '' ? message : `${column}：${message}`))
                        .join('；')
                }
                end={<Tick isOn={isOn} />}
                onPress={() => !isLocked && onToggle(row)}
              />
            );
          })}
        </Rows>
      </View>
      {rows.length > shown.length && (
        <Button look="plain" text={`看全部 ${rows.length} 行`} onPress={() => setWhole(true)} />
      )}
    </Card>
  );
};
