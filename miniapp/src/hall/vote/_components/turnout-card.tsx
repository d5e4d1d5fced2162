import { shortTime } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { amountWords, headsUnit } from '@suishoupai/shared/votes/labels';
import { isMotion } from '@suishoupai/shared/votes/question';
import { useState } from 'react';
import { Card } from '../../../ui/card.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Bar } from '../../bar.tsx';
import { percentWords } from '../../percent.ts';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import { buildingWords, missingWords, turnoutBars } from '../turnout.ts';

type Props = { vote: Vote; now: string };

/** By building and never by name; of a roll by units, whose `heads` are units. */
const Buildings = ({ vote }: Pick<Props, 'vote'>) => (
  <Stack>
    <Prose isQuiet text="只按楼栋显示，不显示谁投了、谁没投。" />
    {(vote.progress?.buildings ?? []).map(({ building, eligible, participating }) => (
      <Bar
        key={building}
        label={buildingWords(building)}
        value={`${participating.heads} / ${eligible.heads} 套`}
        part={participating.heads}
        whole={eligible.heads}
        said={
          eligible.area === 0
            ? undefined
            : `面积 ${amountWords('area', participating.area)}，共 ${amountWords('area', eligible.area)}`
        }
      />
    ))}
  </Stack>
);

const secretWords = (vote: Vote): string => {
  if (vote.progress?.options !== undefined) return '公开投票：下面能看到各选项现在的数。';
  const hidden = isMotion(vote.question) ? '赞成与反对' : '各选项的数';
  return vote.showsTurnout ? `截止前不公布${hidden}。` : `截止前不公布参与多少，也不公布${hidden}。`;
};

/** How many take part against how many it takes, on both dimensions; what is missing in plain words. */
export const TurnoutCard = ({ vote, now }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const bars = turnoutBars(vote);
  const isRunning = vote.state === 'open';
  if (bars.length === 0 && !isRunning) return null;
  const hasBuildings = (vote.progress?.buildings.length ?? 0) > 1;
  const missing = isRunning && now < vote.closesAt ? missingWords(vote) : undefined;
  const unit = headsUnit(vote);
  const { progress, question } = vote;
  const all = progress?.participating.heads ?? 0;
  return (
    <Card title="参与表决" {...(hasBuildings ? { aside: '各楼栋', onAside: () => setOpen(true) } : {})}>
      <Stack>
        {bars.map((bar) => (
          <Bar
            key={bar.id}
            {...bar}
            said={bar.mark === undefined ? undefined : `要到 ${bar.mark.text}，${bar.isMet ? '够了' : '还不够'}`}
          />
        ))}
        <Prose
          isQuiet
          text={[
            missing,
            isRunning ? secretWords(vote) : undefined,
            progress && isRunning ? `${shortTime(progress.at, now)} 的数。` : undefined,
          ]
            .filter(Boolean)
            .join('')}
        />
        {isRunning &&
          progress?.options?.map(({ id, heads }) => (
            <Bar
              key={id}
              label={question.options.find((option) => option.id === id)?.text ?? id}
              value={`${heads} ${unit} · ${percentWords(heads, all)}`}
              part={heads}
              whole={all}
            />
          ))}
      </Stack>
      <Sheet isOpen={isOpen} title="各楼栋参与" onClose={() => setOpen(false)}>
        <Buildings vote={vote} />
      </Sheet>
    </Card>
  );
};
