import type { Category } from '@suishoupai/shared/taxonomy/categories';
import { searchCategories } from '@suishoupai/shared/taxonomy/search';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';
import type { Choosing } from './category-chooser.tsx';

const most = 20;
/** 其他小区问题 */
const otherCode = 'E2199';

export const CategoryResults = ({ query, chosen, noteOf, onChoose }: Choosing & { query: string }) => {
  const found = searchCategories(query, most);
  const noteFor = ({ code, className }: Category): string =>
    [className, noteOf?.(code)].filter((part) => part !== undefined).join(' · ');
  if (found.length === 0)
    return (
      <EmptyState
        icon="search"
        title={`没有找到“${query.trim()}”`}
        text="换个说法试试；实在不知道选哪个，就选「其他小区问题」，社区会替您分派"
        action={<Button look="soft" text="选「其他小区问题」" onPress={() => onChoose(otherCode)} />}
      />
    );
  return (
    <Rows>
      {found.map((category) => (
        <ListRow
          key={category.code}
          role="radio"
          isChecked={category.code === chosen}
          title={category.name}
          note={noteFor(category)}
          end={category.code === chosen ? <Icon name="check" /> : null}
          onPress={() => onChoose(category.code)}
        />
      ))}
    </Rows>
  );
};
