import type { CommunityId } from '@suishoupai/shared/ids';
import { Availability, type Profile, Skill } from '@suishoupai/shared/volunteering/contract';
import { availabilityLabels, skillLabels } from '@suishoupai/shared/volunteering/labels';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { useMe } from '../../api/client.ts';
import { Submit } from '../../forms/submit.tsx';
import { Prose } from '../../hall/prose.tsx';
import { Stack } from '../../hall/stack.tsx';
import { open, routes } from '../../routes.ts';
import { useMetCommunity } from '../../state/met-community.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useKnown, useProfile } from './_hooks/use-profile.ts';

const Form = ({ communityId, known }: { communityId: CommunityId; known: Profile | undefined }) => {
  const { filling, change, toggleSkill, toggleTime, missing, isSending, save } = useProfile(communityId, known);
  const { name, isMinor, guardian, relation, skills, availability, isAgreed } = filling;
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text={known === undefined ? '登记为志愿者' : '保存'}
          isSending={isSending}
          isLocked={false}
          onSubmit={save}
        />
      }
    >
      <Card>
        <Stack>
          <Field label="姓名" hint="写在服务记录和证明上，活动的组织者看得到">
            <LineBox
              value={name}
              onChange={(value) => change({ name: value })}
              maxLength={volunteeringLimits.name}
              placeholder="您的姓名"
              label="姓名"
            />
          </Field>
          <Field label="年龄">
            <Pills label="年龄">
              <Pill text="已满 18 岁" isChosen={!isMinor} onPress={() => change({ isMinor: false })} />
              <Pill text="未满 18 岁" isChosen={isMinor} onPress={() => change({ isMinor: true })} />
            </Pills>
          </Field>
          <Slot>
            {isMinor && (
              <Field label="监护人" hint="请先征得监护人同意，再登记">
                <LineBox
                  value={guardian}
                  onChange={(value) => change({ guardian: value })}
                  maxLength={volunteeringLimits.name}
                  placeholder="监护人姓名"
                />
                <LineBox
                  value={relation}
                  onChange={(value) => change({ relation: value })}
                  maxLength={volunteeringLimits.relation}
                  placeholder="关系，比如 母亲"
                  label="和您的关系"
                />
              </Field>
            )}
          </Slot>
        </Stack>
      </Card>
      <Card title="能帮上什么" aside={`${skills.length} / ${volunteeringLimits.skills}`}>
        <Pills label="能帮上什么" role="group">
          {Skill.options.map((skill) => (
            <Pill
              key={skill}
              role="checkbox"
              text={skillLabels[skill]}
              isChosen={skills.includes(skill)}
              onPress={() => toggleSkill(skill)}
            />
          ))}
        </Pills>
      </Card>
      <Card title="什么时候有空">
        <Pills label="什么时候有空" role="group">
          {Availability.options.map((time) => (
            <Pill
              key={time}
              role="checkbox"
              text={availabilityLabels[time]}
              isChosen={availability.includes(time)}
              onPress={() => toggleTime(time)}
            />
          ))}
        </Pills>
      </Card>
      <Card isTight>
        <ListRow
          title="同意如实记录我的志愿服务"
          note="社区按《志愿服务条例》第十九条记录服务、培训、表彰和评价"
          role="checkbox"
          isChecked={isAgreed}
          end={<Tick isOn={isAgreed} />}
          onPress={() => change({ isAgreed: !isAgreed })}
        />
      </Card>
      <Prose isQuiet text="不收身份证号和手机号。工作人员每次看您的信息，都会记在「谁看过我的信息」里。" />
    </Screen>
  );
};

const Known = ({ communityId }: { communityId: CommunityId }) => {
  const { view, reload } = useKnown(communityId);
  if (view.state === 'ready') return <Form communityId={communityId} known={view.data.profile} />;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => null}
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const me = useMe();
  const community = useMetCommunity();
  if (me !== undefined && community !== undefined) return <Known key={me.id} communityId={community.id} />;
  return (
    <Screen>
      <EmptyState
        icon="user-round"
        title="登录后登记"
        text="登记一次，以后报名点一下就好。"
        action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
      />
    </Screen>
  );
};

export default Page;
