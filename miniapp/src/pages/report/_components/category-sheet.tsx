import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import type { Lists } from '../../../state/lists.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextLine } from '../../../ui/text-line.tsx';
import { CategoryBrowser } from './category-browser.tsx';
import { CategoryResults } from './category-results.tsx';
import styles from './category-sheet.module.scss';

export type Choosing = {
  chosen: CategoryCode | undefined;
  lists: Lists | undefined;
  onChoose: (code: CategoryCode) => void;
};

const longestQuery = 20;

const Chooser = (choosing: Choosing) => {
  const [query, setQuery] = useState('');
  return (
    <View>
      <View className={styles['search']}>
        <Icon name="search" />
        <TextLine
          value={query}
          onChange={setQuery}
          maxLength={longestQuery}
          placeholder="搜一搜，比如 路灯、积水、飞线充电"
          label="搜索类别"
          done="search"
        />
      </View>
      <ScrollView className={styles['list']} scrollY>
        {query.trim() === '' ? <CategoryBrowser {...choosing} /> : <CategoryResults query={query} {...choosing} />}
      </ScrollView>
    </View>
  );
};

type Props = Choosing & { isOpen: boolean; onClose: () => void };

export const CategorySheet = ({ isOpen, onClose, ...choosing }: Props) => (
  <Sheet isOpen={isOpen} title="选择类别" onClose={onClose}>
    <Chooser {...choosing} />
  </Sheet>
);
