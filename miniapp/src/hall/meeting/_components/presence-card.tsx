import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { attendanceLabels } from '@suishoupai/shared/meetings/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import { Card } from '../../../ui/card.tsx';
import { Bar } from '../../bar.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';

type Props = { meeting: Meeting; now: string };

/** How many are there against how many it takes. */
export const PresenceCard = ({ meeting: { attendance, quorum, mine, state }, now }: Props) => {
  const { onSpot, online, paper } = attendance;
  const all = onSpot + online + paper;
  const parts = [`现场 ${onSpot}`, `线上 ${online}`, ...(paper > 0 ? [`代登记 ${paper}`] : [])].join('，');
  return (
    <Card title="到会" aside={state === 'inSession' ? '实时' : undefined}>
      <Stack>
        {quorum === undefined ? (
          <Prose text={`${all} 人到会`} />
        ) : (
          <Bar
            label={`${all} 人到会，应到 ${quorum.expected} 人`}
            value={quorum.isMet ? '人数够了' : `还差 ${Math.max(0, quorum.needed - all)} 人`}
            part={all}
            whole={quorum.expected}
            mark={{ at: quorum.needed, text: `${quorum.needed} 人` }}
            isMet={quorum.isMet}
          />
        )}
        <Prose isQuiet text={quorum === undefined ? parts : `${parts}。依据：${quorum.source}`} />
        {mine !== undefined && <Prose text={`您已签到（${attendanceLabels[mine.how]}，${shortTime(mine.at, now)}）`} />}
      </Stack>
    </Card>
  );
};
