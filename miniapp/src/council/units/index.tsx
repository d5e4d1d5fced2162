import type { RollUnit } from '@suishoupai/shared/households/contract';
import { areaWords, unitStatusLabels } from '@suishoupai/shared/households/labels';
import { placeWords } from '@suishoupai/shared/households/notices';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SearchLine } from '../../ui/search-line.tsx';
import { Slot } from '../../ui/slot.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { SaleSheet } from './_components/sale-sheet.tsx';
import { useUnits } from './_hooks/use-units.ts';

const ownersOf = ({ owners, status }: RollUnit): string =>
  owners.length === 0
    ? unitStatusLabels[status]
    : owners.map(({ name, idTail }) => `${name} ***${idTail.slice(-1)}`).join('、');

const Units = ({ communityId, building }: { communityId: string; building: string }) => {
  const { view, reload, deeds, sell } = useUnits(communityId, building);
  const [query, setQuery] = useState('');
  const [selling, setSelling] = useState<RollUnit>();
  const about = `sell ${selling?.code}`;
  return (
    <Screen>
      <SearchLine query={query} onChange={setQuery} placeholder="找房号或业主" label="找房号或业主" />
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="building-2" title="名册里没有这一栋" />}
      >
        {({ items }) => {
          const found = items.filter((unit) => `${placeWords(unit)} ${ownersOf(unit)}`.includes(query.trim()));
          if (found.length === 0) return <EmptyState icon="search" title="没有找到" text="换个房号或姓名试试。" />;
          return (
            <Card isTight title={`${found.length} 套`} aside="点一套登记过户">
              <Rows>
                {found.map((unit) => (
                  <ListRow
                    key={unit.code}
                    role="button"
                    title={`${placeWords(unit)} · ${areaWords(unit.area)}`}
                    note={ownersOf(unit)}
                    onPress={() => setSelling(unit)}
                  />
                ))}
              </Rows>
            </Card>
          );
        }}
      </Loaded>
      <Slot>
        {selling !== undefined && (
          <SaleSheet
            key={selling.code}
            unit={selling}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSell={(sale) =>
              void sell({ code: selling.code, ...sale }).then((isDone) => isDone && setSelling(undefined))
            }
            onClose={() => setSelling(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const UnitsPage = () => {
  const { communityId, building } = useRouter().params;
  if (communityId === undefined || building === undefined) return <NothingNamed />;
  return <Units communityId={communityId} building={building} />;
};

export default UnitsPage;
