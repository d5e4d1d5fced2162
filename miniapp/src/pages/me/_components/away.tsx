import { exactTime } from '@suishoupai/shared/time/china';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useAway } from '../_hooks/use-away.ts';

/** AB 角: whoever is away lets the others of the desk be told. */
export const Away = () => {
  const { isLost, until, choices, isOpen, press, close, choose } = useAway();
  const onDuty = { title: '在岗', note: '要离开时点这里，新的消息先给同事' };
  const away = until !== undefined && { title: `离岗到 ${exactTime(until)}`, note: '这段时间新的消息先给同事' };
  return (
    <>
      <Card isTight>
        <ListRow
          icon="arrow-right-left"
          role="button"
          {...(away || onDuty)}
          {...(isLost ? { note: '没有读到，点一下再试' } : {})}
          onPress={press}
        />
      </Card>
      <Sheet isOpen={isOpen} title="离岗到什么时候" onClose={close}>
        <Rows>
          {until !== undefined && (
            <ListRow icon="undo-2" role="button" end={null} title="我回来了" onPress={() => void choose(null)} />
          )}
          {choices.map((choice) => (
            <ListRow
              key={choice.until}
              role="button"
              end={null}
              title={choice.name}
              note={`${exactTime(choice.until)} 回来`}
              onPress={() => void choose(choice.until)}
            />
          ))}
        </Rows>
      </Sheet>
    </>
  );
};
