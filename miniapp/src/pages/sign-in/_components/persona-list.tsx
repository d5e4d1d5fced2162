import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { usePersonas } from '../_hooks/use-personas.ts';

type Props = { busy: string | undefined; onChoose: (id: string) => void };

/** H5 only: a browser has no WeChat to ask, so the stand-in says who may be played. */
export const PersonaList = ({ busy, onChoose }: Props) => {
  const { view, reload } = usePersonas();
  return (
    <Loaded
      view={view}
      onRetry={() => void reload()}
      empty={<EmptyState icon="user-round" title="请在微信里打开" text="浏览器里没有微信可以登录。" />}
    >
      {(personas) => (
        <Card isTight title="您以谁的身份进入" aside="演示">
          <Rows>
            {personas.map(({ id, name, about }) => (
              <ListRow
                key={id}
                icon="user-round"
                title={name}
                note={about}
                role="button"
                end={busy === id ? <Icon name="loader-circle" isSpinning /> : undefined}
                onPress={() => onChoose(id)}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Loaded>
  );
};
