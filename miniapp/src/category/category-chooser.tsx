import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { cx } from '../ui/cx.ts';
import { ListRow } from '../ui/list-row.tsx';
import { SearchLine } from '../ui/search-line.tsx';
import { Slot } from '../ui/slot.tsx';
import { CategoryBrowser } from './category-browser.tsx';
import styles from './category-chooser.module.scss';
import { CategoryResults } from './category-results.tsx';

export type Choosing = {
  chosen: CategoryCode | undefined;
  onChoose: (code: CategoryCode) => void;
  /** Who answers for it, beside a category that was found. */
  noteOf?: (code: CategoryCode) => string | undefined;
  /** In a form with other questions: searching first, class by class only on demand. */
  isFolded?: boolean;
};

/** All categories: by a word of everyday speech, or class by class. */
export const CategoryChooser = ({ isFolded = false, ...choosing }: Choosing) => {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(!isFolded);
  const isBlank = query.trim() === '';
  return (
    <View>
      <SearchLine query={query} onChange={setQuery} placeholder="搜一搜，比如 路灯、积水、飞线充电" label="搜索类别" />
      <Slot>
        {isBlank && !isOpen ? (
          <ListRow icon="clipboard-list" role="button" title="一类一类找" onPress={() => setOpen(true)} />
        ) : (
          <ScrollView className={cx(styles['list'], isFolded && styles['short'])} scrollY>
            {isBlank ? <CategoryBrowser {...choosing} /> : <CategoryResults query={query} {...choosing} />}
          </ScrollView>
        )}
      </Slot>
    </View>
  );
};
