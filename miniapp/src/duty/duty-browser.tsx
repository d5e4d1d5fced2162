import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import { type Category, categoryClasses } from '@suishoupai/shared/taxonomy/categories';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { kindLabel } from '../category/kind-label.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Rows } from '../ui/rows.tsx';
import { TextLine } from '../ui/text-line.tsx';
import styles from './duty-browser.module.scss';
import { findCategories } from './lookup.ts';

type Props = {
  lines: readonly DutyLine[];
  departments: readonly Department[];
  /** How one category of the list is shown. */
  children: (category: Category) => ReactNode;
};

const longestQuery = 20;

/** The list class by class, one open at a time, or what a search finds in it. */
export const DutyBrowser = ({ lines, departments, children: rowOf }: Props) => {
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<string | undefined>(categoryClasses()[0]?.prefix);
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
        <Icon name="search" />
        <TextLine
          value={query}
          onChange={setQuery}
          maxLength={longestQuery}
          placeholder="搜问题或部门，如 路灯"
          label="搜索责任清单"
          done="search"
        />
      </View>
      {isSearching && found.length === 0 && (
        <EmptyState icon="search" title={`没有找到“${query.trim()}”`} text="换个说法试试，或按下面的大类翻看" />
      )}
      {isSearching && found.length > 0 && rows(found)}
      {(!isSearching || found.length === 0) && (
        <Rows>
          {categoryClasses().map(({ prefix, name, kind, categories }) => {
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
                {isOpen && <View className={styles['lines']}>{rows(categories)}</View>}
              </View>
            );
          })}
        </Rows>
      )}
    </View>
  );
};
