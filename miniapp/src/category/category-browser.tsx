import { categoryByCode, categoryClasses } from '@suishoupai/shared/taxonomy/categories';
import { View } from '@tarojs/components';
import { Pill } from '../ui/pill.tsx';
import styles from './category-browser.module.scss';
import type { Choosing } from './category-chooser.tsx';
import { ClassRows } from './class-rows.tsx';

const classOf = (code: string | undefined): string | undefined =>
  code === undefined || categoryByCode(code) === undefined
    ? undefined
    : categoryClasses().find(({ prefix }) => code.startsWith(prefix))?.prefix;

/** Class by class; first the one of the choice. */
export const CategoryBrowser = ({ chosen, onChoose }: Choosing) => (
  <ClassRows opened={classOf(chosen)}>
    {({ categories }) => (
      <View className={styles['chips']}>
        {categories.map(({ code, name }) => (
          <Pill key={code} text={name} isChosen={code === chosen} onPress={() => onChoose(code)} />
        ))}
      </View>
    )}
  </ClassRows>
);
