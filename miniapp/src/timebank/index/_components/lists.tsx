import type { CommunityId } from '@suishoupai/shared/ids';
import { Skill } from '@suishoupai/shared/timebank/contract';
import { skillNames } from '@suishoupai/shared/timebank/labels';
import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Pages } from '../../../load/use-pages.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { PillLine } from '../../../ui/pill-line.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { ExchangeRow } from '../../exchange-row.tsx';
import { ListingRow } from '../../listing-row.tsx';
import { useListings, useMyExchanges, useMyListings } from '../_hooks/use-timebank.ts';

type PagedProps<T> = { pages: Pages<T>; empty: string; rowOf: (item: T) => ReactNode };

const Paged = <T extends { id: string }>({ pages, empty, rowOf }: PagedProps<T>) => {
  useReachBottom(() => void pages.more());
  return (
    <Loaded view={pages.view} onRetry={() => void pages.reload()} empty={<EmptyState icon="users" title={empty} />}>
      {(items) => (
        <>
          <Card isTight>
            <Rows>{items.map(rowOf)}</Rows>
          </Card>
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};

type NeighboursProps = {
  communityId: CommunityId;
  kind: 'offer' | 'request';
  skill: Skill | undefined;
  onSkill: (skill: Skill | undefined) => void;
};

export const Neighbours = ({ communityId, kind, skill, onSkill }: NeighboursProps) => (
  <>
    <PillLine label="哪种帮忙">
      <Pill text="全部" isChosen={skill === undefined} onPress={() => onSkill(undefined)} />
      {Skill.options.map((each) => (
        <Pill key={each} text={skillNames[each]} isChosen={skill === each} onPress={() => onSkill(each)} />
      ))}
    </PillLine>
    <Paged
      pages={useListings(communityId, kind, skill)}
      empty={kind === 'offer' ? '还没有邻居挂出' : '现在没有邻居要帮忙'}
      rowOf={(card) => <ListingRow key={card.id} card={card} />}
    />
  </>
);

export const MyListings = ({ communityId }: { communityId: CommunityId }) => (
  <Paged
    pages={useMyListings(communityId)}
    empty="您还没有挂出过"
    rowOf={(card) => <ListingRow key={card.id} card={card} hasKind />}
  />
);

export const MyExchanges = ({ communityId }: { communityId: CommunityId }) => (
  <Paged
    pages={useMyExchanges(communityId)}
    empty="还没有和邻居约过"
    rowOf={(card) => <ExchangeRow key={card.id} card={card} />}
  />
);
