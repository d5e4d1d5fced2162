import { exactTime } from '@suishoupai/shared/time/china';
import type { Exchange, ExchangeCard } from '@suishoupai/shared/timebank/contract';
import { minutesWords, skillNames } from '@suishoupai/shared/timebank/labels';
import type { ActFor } from '@suishoupai/shared/timebank/staff-routes';
import { useState } from 'react';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Steps } from '../../exchange/steps.tsx';
import { Stack, Words } from '../../parts.tsx';
import type { Acting } from '../_hooks/use-desk.ts';

/** What waits for the one who asks: to agree to it, or to say how long it took. */
const mayFor = ({ state }: ExchangeCard): Exchange['may'] =>
  state === 'answered' ? ['agree', 'decline'] : ['confirm'];

type StepFor = Extract<ActFor, { what: 'stepExchange' }>;

/** Exchanges in which it is the turn of whoever asked; a step is read to them and taken at their word. */
export const ForExchanges = ({ control }: { control: Acting }) => {
  const { hours, resident, running, read, send } = control;
  const [opened, setOpened] = useState<Exchange>();
  const theirs = (hours?.exchanges ?? []).filter(({ isMyTurn }) => isMyTurn);
  if (resident === undefined || theirs.length === 0) return null;
  const open = async (card: ExchangeCard) => {
    const exchange = await read(card.id);
    if (exchange !== undefined) setOpened({ ...exchange, ...card, may: mayFor(card) });
  };
  return (
    <Card isTight title={`等${resident.name}答复的`}>
      <Rows>
        {theirs.map((card) => (
          <ListRow
            key={card.id}
            icon="hourglass"
            title={`${skillNames[card.skill]} · ${minutesWords(card.minutes)}`}
            note={exactTime(card.plannedAt)}
            onPress={() => void open(card)}
          />
        ))}
      </Rows>
      <Sheet isOpen={opened !== undefined} title="念给他听，他说怎么办就怎么办" onClose={() => setOpened(undefined)}>
        <Slot>
          {opened !== undefined && (
            <Stack>
              <Words isQuiet text="下面写的「您」，是打电话来的人。" />
              <Steps
                exchange={opened}
                control={{
                  running,
                  mediate: async () => false,
                  step: async (deed) => {
                    const { id: exchangeId, version } = opened;
                    const isDone = await send(`${exchangeId} ${JSON.stringify(deed)}`, (tail) => ({
                      ...{ what: 'stepExchange', exchangeId },
                      body: { ...deed, id: `act_${tail}`, version } as StepFor['body'],
                    }));
                    if (isDone) setOpened(undefined);
                    return isDone;
                  },
                }}
              />
            </Stack>
          )}
        </Slot>
      </Sheet>
    </Card>
  );
};
