import type { CommunityId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { Skill } from '@suishoupai/shared/timebank/contract';
import { dayName, dayParts, partName, skillNames, weekDays } from '@suishoupai/shared/timebank/labels';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { call } from '../../api/client.ts';
import { useLoad } from '../../load/use-load.ts';
import { Card } from '../../ui/card.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { MinutesPick } from '../minutes-pick.tsx';
import { Stack } from '../parts.tsx';
import type { Draft } from './draft.ts';

const seldom = new Set<Skill>(['tutoring', 'childcare', 'paperwork', 'haircut', 'cooking']);
const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

type Props = {
  communityId: CommunityId;
  draft: Draft;
  isLocked: boolean;
  onChange: (change: Partial<Draft>) => void;
};

/** What help, where, when and how long; the same for residents and for staff who write it down for somebody. */
export const ListingForm = ({ communityId, draft, isLocked, onChange }: Props) => {
  const { view } = useLoad(`grids ${communityId}`, () => call(placesRoutes.getCommunity, { params: { communityId } }));
  const grids = view.state === 'ready' ? view.data.community.grids : [];
  const { kind, skill, words, gridId, building, days, parts, minutes } = draft;
  const isOffer = kind === 'offer';
  return (
    <>
      <Card isTight title={isOffer ? '能帮什么' : '要帮什么'}>
        <Choices
          label="哪种帮忙"
          choices={Skill.options.map((id) => ({ id, name: skillNames[id], isAside: seldom.has(id) }))}
          chosen={skill}
          onChoose={(id) => onChange({ skill: id })}
        />
      </Card>
      <Card>
        <Stack>
          <Field label="说几句" hint="邻居都能看到，只显示「邻居」。请不要写姓名、电话和门牌号。">
            <TextArea
              value={words}
              onChange={(value) => onChange({ words: value })}
              maxLength={timebankLimits.words}
              placeholder={isOffer ? '比如“会修水龙头，自己有工具”' : '比如“腿脚不便，想请人陪去社区医院”'}
              label="说几句"
              isDisabled={isLocked}
            />
          </Field>
          <Field label="在哪里">
            <Pills label="在哪里">
              <Pill text="全社区" isChosen={gridId === undefined} onPress={() => onChange({ gridId: undefined })} />
              {grids.map(({ id, name }) => (
                <Pill key={id} text={name} isChosen={gridId === id} onPress={() => onChange({ gridId: id })} />
              ))}
            </Pills>
          </Field>
          <Field label="几栋（可不填）" hint="只写楼栋号，近的邻居先看到">
            <LineBox
              value={building}
              onChange={(value) => onChange({ building: value })}
              maxLength={12}
              placeholder="比如 3"
              label="几栋"
              isDisabled={isLocked}
            />
          </Field>
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Field label="星期几有空">
            <Pills label="星期几有空" role="group">
              {weekDays.map((day) => (
                <Pill
                  key={day}
                  role="checkbox"
                  text={dayName(day)}
                  isChosen={days.includes(day)}
                  onPress={() => onChange({ days: toggled(days, day) })}
                />
              ))}
            </Pills>
          </Field>
          <Field label="什么时候">
            <Pills label="什么时候" role="group">
              {dayParts.map((part) => (
                <Pill
                  key={part}
                  role="checkbox"
                  text={partName(part)}
                  isChosen={parts.includes(part)}
                  onPress={() => onChange({ parts: toggled(parts, part) })}
                />
              ))}
            </Pills>
          </Field>
          <MinutesPick
            label={isOffer ? '一次最多帮多久' : '大概要多久'}
            value={minutes}
            onChange={(value) => onChange({ minutes: value })}
          />
        </Stack>
      </Card>
    </>
  );
};
