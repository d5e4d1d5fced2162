import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { CategoryChooser } from '../../../category/category-chooser.tsx';
import { type Desk, keyOf, kindOf, tabOf } from '../../../desks.ts';
import type { Lists } from '../../../state/lists.ts';
import { Button } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { canFilter, type Filter, type FilterKey, stateChoices } from '../filter.ts';
import styles from './filter-sheet.module.scss';

type Props = {
  desks: readonly Desk[];
  desk: Desk;
  filter: Filter;
  lists: Lists | undefined;
  onDesk: (desk: Desk) => void;
  onFilter: (filter: Filter) => void;
  onClose: () => void;
};

const Section = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <View className={styles['section']}>
    <Text className={styles['name']}>{name}</Text>
    {children}
  </View>
);

type Named<Id> = { id: Id; name: string };

/** One of a few, or all. */
const OneOf = <Id extends string>({
  name,
  items,
  chosen,
  onChoose,
}: {
  name: string;
  items: readonly Named<Id>[];
  chosen: Id | undefined;
  onChoose: (id: Id | undefined) => void;
}) => (
  <Section name={name}>
    <Pills label={name}>
      <Pill text="全部" isChosen={chosen === undefined} onPress={() => onChoose(undefined)} />
      {items.map((item) => (
        <Pill key={item.id} text={item.name} isChosen={item.id === chosen} onPress={() => onChoose(item.id)} />
      ))}
    </Pills>
  </Section>
);

/** Which desk, and what of it; looked at only once it is all chosen. */
const Form = ({ desks, desk, filter, lists, onDesk, onFilter, onClose }: Props) => {
  const [draft, setDraft] = useState(filter);
  const [isCategory, setCategory] = useState(false);
  const kind = kindOf(desk);
  const has = (key: FilterKey) => canFilter(kind, key);
  const change = (next: Filter) => setDraft((before) => ({ ...before, ...next }));
  const flag = (key: 'isMine' | 'isOverdue', text: string) =>
    has(key) && (
      <Pill
        text={text}
        role="checkbox"
        isChosen={draft[key] !== undefined}
        onPress={() => change({ [key]: draft[key] === undefined ? 'yes' : undefined })}
      />
    );
  const states = stateChoices(kind).map((state) => ({ id: state, name: stateLabel[state] }));
  const apply = (next: Filter) => {
    onFilter(next);
    onClose();
  };

  if (isCategory)
    return (
      <CategoryChooser
        chosen={draft.categoryCode}
        onChoose={(categoryCode) => {
          change({ categoryCode });
          setCategory(false);
        }}
      />
    );
  return (
    <View className={styles['stack']}>
      {desks.length > 1 && (
        <Section name="岗位">
          <Pills label="岗位">
            {desks.map((each) => (
              <Pill
                key={keyOf(each)}
                text={tabOf(each)}
                isChosen={keyOf(each) === keyOf(desk)}
                onPress={() => onDesk(each)}
              />
            ))}
          </Pills>
        </Section>
      )}
      {(has('isMine') || has('isOverdue')) && (
        <Section name="只看">
          <Pills label="只看" role="group">
            {flag('isMine', '我经办的')}
            {flag('isOverdue', '逾期的')}
          </Pills>
        </Section>
      )}
      {states.length > 0 && (
        <OneOf name="状态" items={states} chosen={draft.state} onChoose={(state) => change({ state })} />
      )}
      {has('departmentId') && lists !== undefined && (
        <OneOf
          name="部门"
          items={lists.community.departments}
          chosen={draft.departmentId}
          onChoose={(departmentId) => change({ departmentId })}
        />
      )}
      {has('gridId') && lists !== undefined && (
        <OneOf
          name="网格"
          items={lists.community.grids}
          chosen={draft.gridId}
          onChoose={(gridId) => change({ gridId })}
        />
      )}
      {has('categoryCode') && (
        <Section name="类别">
          <Pills label="类别">
            <Pill
              text="全部"
              isChosen={draft.categoryCode === undefined}
              onPress={() => change({ categoryCode: undefined })}
            />
            {draft.categoryCode !== undefined && (
              <Pill
                text={categoryByCode(draft.categoryCode)?.name ?? draft.categoryCode}
                isChosen
                onPress={() => setCategory(true)}
              />
            )}
            <Pill text="选一类" icon="search" onPress={() => setCategory(true)} />
          </Pills>
        </Section>
      )}
      {kind !== 'review' && (
        <View className={styles['foot']}>
          <Button look="ghost" text="清除筛选" onPress={() => apply({})} />
          <Button text="就看这些" onPress={() => apply(draft)} />
        </View>
      )}
    </View>
  );
};

export const FilterSheet = ({ isOpen, ...rest }: Props & { isOpen: boolean }) => (
  <Sheet isOpen={isOpen} title={rest.desks.length > 1 ? '岗位和筛选' : '筛选'} onClose={rest.onClose}>
    <Form key={keyOf(rest.desk)} {...rest} />
  </Sheet>
);
