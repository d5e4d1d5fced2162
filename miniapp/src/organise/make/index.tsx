import { chinaDay } from '@suishoupai/shared/time/china';
import { type ActivityView, Skill } from '@suishoupai/shared/volunteering/contract';
import { skillLabels } from '@suishoupai/shared/volunteering/labels';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { useRouter } from '@tarojs/taro';
import { fieldError } from '../../council/field-errors.ts';
import { MomentField } from '../../council/moment-field.tsx';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { Refused } from '../../council/refused.tsx';
import { Submit } from '../../forms/submit.tsx';
import { Stack } from '../../hall/stack.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { type Making, useMaking, useStanding } from './_hooks/use-making.ts';

const lengths = [60, 90, 120, 180, 240] as const;
const toggled = (all: readonly Skill[], one: Skill): Skill[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one].slice(-volunteeringLimits.skills);

const Form = ({ making, activity }: { making: Making; activity: ActivityView | undefined }) => {
  const { now, draft, change, choosePlace, missing, submit, isSending, isLocked, refusal } = useMaking(
    making,
    activity,
  );
  const isStill = isSending || isLocked;
  const line = (field: 'title' | 'place' | 'places' | 'waitingPlaces') => ({
    value: draft[field],
    onChange: (value: string) => change({ [field]: value }),
    isDisabled: isStill,
  });
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text={activity === undefined ? '存下，先不发布' : '公布改动'}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={submit}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <Card title="做什么">
        <Stack>
          <Field error={fieldError(refusal, 'title')}>
            <LineBox {...line('title')} maxLength={volunteeringLimits.title} placeholder="活动名称" />
          </Field>
          <TextArea
            value={draft.words}
            onChange={(words) => change({ words })}
            maxLength={volunteeringLimits.words}
            placeholder="具体做什么、要带什么、找谁"
            label="具体做什么"
            isDisabled={isStill}
          />
          <Field label="用得上的技能（可不选）">
            <Pills label="用得上的技能" role="group">
              {Skill.options.map((skill) => (
                <Pill
                  key={skill}
                  role="checkbox"
                  text={skillLabels[skill]}
                  isChosen={draft.skills.includes(skill)}
                  isDisabled={isStill}
                  onPress={() => change({ skills: toggled(draft.skills, skill) })}
                />
              ))}
            </Pills>
          </Field>
        </Stack>
      </Card>
      <Card title="时间和地点">
        <Stack>
          <MomentField
            label="什么时候"
            value={draft.startsAt}
            from={chinaDay(now)}
            error={fieldError(refusal, 'startsAt')}
            isDisabled={isStill}
            onChange={(startsAt) => change({ startsAt })}
          />
          <Pills label="多久">
            {lengths.map((minutes) => (
              <Pill
                key={minutes}
                text={minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`}
                isChosen={minutes === draft.minutes}
                isDisabled={isStill}
                onPress={() => change({ minutes })}
              />
            ))}
          </Pills>
          <Field label="在哪里" error={fieldError(refusal, 'place')}>
            <LineBox
              {...line('place')}
              icon="map-pin"
              maxLength={volunteeringLimits.place}
              placeholder="比如 3 栋门口"
              label="在哪里"
            />
          </Field>
          <Button
            look="soft"
            icon="locate-fixed"
            text={draft.point === undefined ? '在地图上标出来（可不标）' : '已标在地图上，重新标'}
            isDisabled={isStill}
            onPress={choosePlace}
          />
        </Stack>
      </Card>
      <Card title="多少人">
        <Stack>
          <Field label="名额" hint="满了以后排候补，有人退出自动补上" error={fieldError(refusal, 'places')}>
            <LineBox {...line('places')} keyboard="number" maxLength={3} placeholder="名额" />
          </Field>
          <Field label="候补" error={fieldError(refusal, 'waitingPlaces')}>
            <LineBox {...line('waitingPlaces')} keyboard="number" maxLength={2} placeholder="候补人数" />
          </Field>
        </Stack>
      </Card>
    </Screen>
  );
};

const Page = () => {
  const { communityId, id } = useRouter().params;
  const making: Making = {
    ...(communityId === undefined ? {} : { communityId }),
    ...(id === undefined ? {} : { id }),
  };
  const { view, reload } = useStanding(making);
  if (communityId === undefined && id === undefined) return <NothingNamed />;
  if (view.state === 'ready') return <Form making={making} activity={view.data.activity} />;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => null}
      </Loaded>
    </Screen>
  );
};

export default Page;
