import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Cover } from '../../../../category/cover.tsx';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { aria } from '../../../../ui/aria.ts';
import { Field } from '../../../../ui/field.tsx';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Press } from '../../../../ui/press.tsx';
import { Rows } from '../../../../ui/rows.tsx';
import { SearchLine } from '../../../../ui/search-line.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { lookOf } from '../../../../ui/ticket-look.ts';
import { useMergeTargets } from '../../_hooks/use-merge-targets.ts';
import { matching } from '../../merge-targets.ts';
import styles from './fields.module.scss';

type Row = { ticket: TicketCard; note: string };

const Targets = ({ rows, chosen, onChoose }: { rows: Row[]; chosen?: TicketId; onChoose: (id: TicketId) => void }) => (
  <View {...aria({ role: 'radiogroup', label: '并入哪一件' })}>
    <Rows>
      {rows.map(({ ticket, ticket: { id, title }, note }) => (
        <Press
          key={id}
          role="radio"
          isChecked={id === chosen}
          label={`${title}，${note}`}
          className={styles['shotRow']}
          onPress={() => onChoose(id)}
        >
          <Cover ticket={ticket} />
          <View className={styles['words']}>
            <Text className={styles['title']}>{title}</Text>
            <Text className={styles['note']}>{note}</Text>
          </View>
          <View className={id === chosen ? styles['chosen'] : undefined}>
            <Icon name={id === chosen ? 'circle-check' : 'circle'} />
          </View>
        </Press>
      ))}
    </Rows>
  </View>
);

/** Into which one: the nearest of its kind first, and whatever runs in the community by number or word. */
export const MergeField = ({ ticket, fields: { ticketId }, setFields }: Filling & { ticket: TicketView }) => {
  const { near, running, reload } = useMergeTargets(ticket);
  const [query, setQuery] = useState('');
  const isSearching = query.trim() !== '';
  const choose = (id: TicketId) => setFields({ ticketId: id });
  const lineOf = ({ number, state, categoryName }: TicketCard) => `${number} · ${lookOf(state).text} · ${categoryName}`;
  return (
    <View className={styles['stack']}>
      <SearchLine query={query} onChange={setQuery} placeholder="编号后几位，或标题里的字" label="按编号或标题找" />
      <Loaded
        view={isSearching ? running : near}
        onRetry={reload}
        skeleton={<Skeleton cards={1} />}
        empty={<Field hint="附近没有同类在办的，可以按编号或标题找" />}
      >
        {(found) => {
          const rows = isSearching ? matching(found, query) : found;
          return rows.length === 0 ? (
            <Field hint="在办的里没有找到，换个字试试" />
          ) : (
            <Targets
              rows={rows.map(({ ticket: each, metres }) => ({
                ticket: each,
                note: [metres === undefined ? undefined : `相距 ${metres} 米`, lineOf(each)]
                  .filter(Boolean)
                  .join(' · '),
              }))}
              chosen={ticketId}
              onChoose={choose}
            />
          );
        }}
      </Loaded>
    </View>
  );
};
