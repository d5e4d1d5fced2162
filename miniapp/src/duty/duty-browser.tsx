import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import type { Category } from '@suishoupai/shared/taxonomy/categories';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { ClassRows } from '../category/class-rows.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Rows } from '../ui/rows.tsx';
import { SearchLine } from '../ui/search-line.tsx';
import styles from './duty-browser.module.scss';
import { findCategories } from './lookup.ts';

type Props = {
  lines: readonly DutyLine[];
  departments: readonly Department[];
  /** How one category of the list is shown. */
  children: (category: Category) => ReactNode;
};

/** The list class by class, one open at a time, or what a search finds in it. */
export const DutyBrowser = ({ lines, departments, children: rowOf }: Props) => {
  const [query, setQuery] = useState('');
  const isSearching = query.trim() !== '';
  const found = isSearching ? findCategories(query, lines, departments) : [];
  const rows = (categories: readonly Category[]) => (
    <Rows>
      {categories.map((category) => (
        <View key={category.code}>{rowOf(category)}</View>
      ))}
    </Rows>
  );
  return (
    <View>
      <View className={styles['search']}>
        <SearchLine query={query} onChange={setQuery} placeholder="搜问题或部门，如 路灯" label="搜索责任清单" />
      </View>
      {isSearching && found.length === 0 && (
        <EmptyState icon="search" title={`没有找到“${query.trim()}”`} text="换个说法试试，或按下面的大类翻看" />
      )}
      {found.length > 0 ? (
        rows(found)
      ) : (
        <ClassRows>{({ categories }) => <View className={styles['lines']}>{rows(categories)}</View>}</ClassRows>
      )}
    </View>
  );
};
