import { RewardId } from '@suishoupai/shared/ids';
import { RewardKind } from '@suishoupai/shared/rewards/contract';
import { rewardKindLabels } from '@suishoupai/shared/rewards/labels';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { chinaDay } from '@suishoupai/shared/time/china';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { fieldError } from '../../council/field-errors.ts';
import { MomentField } from '../../council/moment-field.tsx';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { Refused } from '../../council/refused.tsx';
import { Submit } from '../../forms/submit.tsx';
import { PhotoGrid } from '../../photos/photo-grid.tsx';
import { Prose, Stack } from '../../rewards/_parts/parts.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { ShelfCard } from './_components/shelf-card.tsx';
import { type Asked, type Background, communityIn, useBackground, useRewardForm } from './_hooks/use-reward-form.ts';

type Props = { asked: Asked; background: Background; show: (background: Background) => void };

const Form = ({ asked, background, show }: Props) => {
  const { reward } = background;
  const form = useRewardForm(asked, background, (changed) => show({ ...background, reward: changed }));
  const { now, draft, change, photos, suppliers, missing, submit, isSending, isLocked, refusal } = form;
  const isStill = isSending || isLocked;
  type Words =
    | 'title'
    | 'price'
    | 'initial'
    | 'perPerson'
    | 'perHousehold'
    | 'place'
    | 'hours'
    | 'holdDays'
    | 'supplier';
  const line = (field: Words) => ({
    value: draft[field],
    onChange: (value: string) => change({ [field]: value }),
    isDisabled: isStill,
  });
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text={reward === undefined ? '存成草稿' : '保存修改'}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>{reward !== undefined && <ShelfCard reward={reward} form={form} />}</Slot>
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <Card title="换什么">
        <Stack>
          <Pills label="类别">
            {RewardKind.options.map((kind) => (
              <Pill
                key={kind}
                text={rewardKindLabels[kind]}
                isChosen={kind === draft.kind}
                isDisabled={isStill}
                onPress={() => change({ kind })}
              />
            ))}
          </Pills>
          <Field error={fieldError(refusal, 'title')}>
            <LineBox {...line('title')} maxLength={rewardLimits.title} placeholder="名称，比如 东北大米 5 公斤" />
          </Field>
          <TextArea
            value={draft.description}
            onChange={(description) => change({ description })}
            maxLength={rewardLimits.description}
            placeholder="说明：规格、怎么用、要注意什么"
            label="说明"
            isDisabled={isStill}
          />
          <Slot>
            {reward !== undefined && reward.photos.length > 0 && (
              <PhotoStrip photos={reward.photos} label={reward.title} />
            )}
          </Slot>
          <Slot>
            {photos.max > 0 && (
              <PhotoGrid
                photos={photos}
                addText="拍一张照片"
                isLocked={isStill}
                error={fieldError(refusal, 'photoIds')}
              />
            )}
          </Slot>
        </Stack>
      </Card>
      <Card title="多少积分、多少件">
        <Stack>
          <Field label="每件多少积分" error={fieldError(refusal, 'price')}>
            <LineBox {...line('price')} keyboard="number" maxLength={6} placeholder="积分" />
          </Field>
          {reward === undefined && (
            <Field label="一共多少件" error={fieldError(refusal, 'initial')}>
              <LineBox {...line('initial')} keyboard="number" maxLength={6} placeholder="件数" />
            </Field>
          )}
          <Field label="每人最多几件" hint="不限就空着">
            <LineBox {...line('perPerson')} keyboard="number" maxLength={2} placeholder="不限" label="每人最多几件" />
          </Field>
          <Field label="每户最多几件" hint="写了就要认证过房屋才能换">
            <LineBox
              {...line('perHousehold')}
              keyboard="number"
              maxLength={2}
              placeholder="不限"
              label="每户最多几件"
            />
          </Field>
        </Stack>
      </Card>
      <Card title="什么时候、到哪里领">
        <Stack>
          <MomentField
            label="开始兑换"
            value={draft.from}
            from={chinaDay(now)}
            hint="还没到的先预告"
            isDisabled={isStill}
            onChange={(from) => change({ from })}
          />
          <MomentField
            label="结束兑换"
            value={draft.until}
            from={chinaDay(now)}
            error={fieldError(refusal, 'until')}
            isDisabled={isStill}
            onChange={(until) => change({ until })}
          />
          <Field label="到哪里领">
            <LineBox
              {...line('place')}
              icon="map-pin"
              maxLength={rewardLimits.place}
              placeholder="比如 居委会一楼服务台"
            />
            <LineBox
              {...line('hours')}
              icon="clock"
              maxLength={rewardLimits.hours}
              placeholder="比如 工作日 9:00-17:00"
            />
          </Field>
          <Field label="换好以后留几天" hint="没去领就原样退回积分">
            <LineBox {...line('holdDays')} keyboard="number" maxLength={2} placeholder="天数" label="换好以后留几天" />
          </Field>
          <Field label="谁给（社区自己给就空着）" hint="写了就由这家店扫码交付，他们只看得到自己的订单">
            <LineBox {...line('supplier')} icon="store" maxLength={rewardLimits.supplier} placeholder="店名" />
          </Field>
          {suppliers.length > 0 && (
            <Pills label="用过的店" role="group">
              {suppliers.map(({ id, label }) => (
                <Pill key={id} text={label} isDisabled={isStill} onPress={() => change({ supplier: label })} />
              ))}
            </Pills>
          )}
          {reward?.supplier !== undefined && (
            <Prose isQuiet text={`店的编号 ${reward.supplier.id}，给店员开权限时用`} />
          )}
        </Stack>
      </Card>
    </Screen>
  );
};

const Opened = ({ asked }: { asked: Asked }) => {
  const { view, reload, show } = useBackground(asked);
  if (view.state === 'ready') {
    const { reward } = view.data;
    return <Form key={`${reward?.id} ${reward?.version}`} asked={asked} background={view.data} show={show} />;
  }
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => null}
      </Loaded>
    </Screen>
  );
};

const RewardPage = () => {
  const { communityId: named, id } = useRouter().params;
  const rewardId = z.safeParse(RewardId, id);
  const communityId = communityIn(named, rewardId.success ? rewardId.data : undefined);
  if (communityId === undefined) return <NothingNamed />;
  return <Opened asked={{ communityId, ...(rewardId.success ? { rewardId: rewardId.data } : {}) }} />;
};

export default RewardPage;
