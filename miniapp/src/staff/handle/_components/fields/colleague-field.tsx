import { type Colleague, peopleRoutes } from '@suishoupai/shared/people/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { call } from '../../../../api/client.ts';
import { useLoad } from '../../../../load/use-load.ts';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Choices } from '../../../../ui/choices.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';

const askColleagues = async (scope: string, desk: string): Promise<Colleague[]> =>
  (await call(peopleRoutes.listColleagues, { query: { scope, desk } })).items;

type Props = Filling & { ticket: TicketView; now: string; ask?: typeof askColleagues };

/** Those of the same desk, with their post; who is away comes last. */
export const ColleagueField = ({ ticket, now, fields, setFields, ask = askColleagues }: Props) => {
  const desk = ticket.department?.id ?? '';
  const { view, reload } = useLoad(`${ticket.communityId} ${desk}`, () => ask(ticket.communityId, desk), {
    isEmpty: (items) => items.length === 0,
  });
  const isAway = ({ awayUntil }: Colleague) => awayUntil !== undefined && awayUntil > now;
  const noteOf = (colleague: Colleague) =>
    isAway(colleague) && colleague.awayUntil !== undefined
      ? `${colleague.post} 岗 · 不在岗，${shortTime(colleague.awayUntil, now)} 回来`
      : `${colleague.post} 岗`;
  return (
    <Loaded
      view={view}
      onRetry={() => void reload()}
      skeleton={<Skeleton cards={1} />}
      empty={<EmptyState icon="users" title="这张台没有别的同事" text="请社区给同事开通 B 岗" />}
    >
      {(colleagues) => (
        <Choices
          label="交给谁"
          choices={[...colleagues]
            .sort((a, b) => Number(isAway(a)) - Number(isAway(b)))
            .map((colleague) => ({ id: colleague.personId, name: colleague.label, note: noteOf(colleague) }))}
          chosen={fields.personId}
          onChoose={(personId) => setFields({ personId })}
        />
      )}
    </Loaded>
  );
};
