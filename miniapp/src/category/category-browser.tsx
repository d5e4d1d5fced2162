import { type CategoryClass, categoryByCode, categoryClasses } from '@suishoupai/shared/taxonomy/categories';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../ui/icon/icon.tsx';
import { Pill } from '../ui/pill.tsx';
import { Press } from '../ui/press.tsx';
import { Rows } from '../ui/rows.tsx';
import styles from './category-browser.module.scss';

import type { Choosing } from './category-chooser.tsx';
import { kindLabel } from './kind-label.ts';

/** Class by class, one open at a time; first the one of the choice, else what residents meet at home. */
export const CategoryBrowser = ({ chosen, onChoose }: Choosing) => {
  const classes = categoryClasses();
  const chosenClass = chosen && categoryByCode(chosen) && classes.find(({ prefix }) => chosen.startsWith(prefix));
  const [opened, setOpened] = useState<string | undefined>((chosenClass || classes[0])?.prefix);
  const toggle = (prefix: string) => setOpened((before) => (before === prefix ? undefined : prefix));

  const chips = ({ categories }: CategoryClass) => (
    <View className={styles['chips']}>
      {categories.map(({ code, name }) => (
        <Pill key={code} text={name} isChosen={code === chosen} onPress={() => onChoose(code)} />
      ))}
    </View>
  );

  return (
    <Rows>
      {classes.map((each) => {
        const isOpen = each.prefix === opened;
        return (
          <View key={each.prefix}>
            <Press
              className={styles['head']}
              label={`${each.name}，${kindLabel[each.kind]}，${each.categories.length} 类，${isOpen ? '收起' : '展开'}`}
              onPress={() => toggle(each.prefix)}
            >
              <Text className={styles['name']}>{each.name}</Text>
              <Text className={styles['kind']}>{kindLabel[each.kind]}</Text>
              <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
            </Press>
            {isOpen && chips(each)}
          </View>
        );
      })}
    </Rows>
  );
};
