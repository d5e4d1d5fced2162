import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Phrases } from '../../ticket/phrases.tsx';
import type { Writing } from '../../ticket/step-sheet.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import type { KitDesk } from './desk-for.ts';
import styles from './templates.module.scss';
import { useTemplates } from './use-templates.ts';

type Props = Writing & { desk: KitDesk; quick: readonly string[] };

/** The short sentences of the form, and behind a tap those of the desk, with what is written now to be added. */
export const Templates = ({ desk, quick, note, setNote }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { texts, keep, mayKeep, isKeeping } = useTemplates(desk);
  return (
    <View className={styles['templates']}>
      <Phrases phrases={quick} note={note} onChange={setNote} />
      <View className={styles['line']}>
        {texts.length > 0 && (
          <Press
            className={styles['link']}
            label={`本台常用语 ${texts.length} 条，${isOpen ? '收起' : '展开'}`}
            onPress={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size="mark" />
            <Text>{`本台常用语 ${texts.length} 条`}</Text>
          </Press>
        )}
        {mayKeep(note) && (
          <Press className={styles['link']} isDisabled={isKeeping} onPress={() => void keep(note)}>
            <Icon name="plus" size="mark" />
            <Text>把写的存为常用语</Text>
          </Press>
        )}
      </View>
      {isOpen && <Phrases phrases={texts} note={note} onChange={setNote} />}
    </View>
  );
};
