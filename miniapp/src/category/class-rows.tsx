import { type CategoryClass, categoryClasses } from '@suishoupai/shared/taxonomy/categories';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Rows } from '../ui/rows.tsx';
import styles from './class-rows.module.scss';
import { kindLabel } from './kind-label.ts';

type Props = {
  /** The prefix of the class that is open at first; else the one that residents meet at home. */
  opened?: string | undefined;
  /** What stands beneath the open class. */
  children: (each: CategoryClass) => ReactNode;
};

/** The classes of the catalogue, one open at a time. */
export const ClassRows = ({ opened: first, children: insideOf }: Props) => {
  const classes = categoryClasses();
  const [opened, setOpened] = useState(first ?? classes[0]?.prefix);
  return (
    <Rows>
      {classes.map((each) => {
        const { prefix, name, kind, categories } = each;
        const isOpen = prefix === opened;
        return (
          <View key={prefix}>
            <Press
              className={styles['head']}
              label={[name, kindLabel[kind], `${categories.length} 类`, isOpen ? '收起' : '展开'].join('，')}
              onPress={() => setOpened(isOpen ? undefined : prefix)}
            >
              <Text className={styles['name']}>{name}</Text>
              <Text className={styles['kind']}>{kindLabel[kind]}</Text>
              <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
            </Press>
            {isOpen && insideOf(each)}
          </View>
        );
      })}
    </Rows>
  );
};
