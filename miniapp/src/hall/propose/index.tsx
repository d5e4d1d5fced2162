import { TicketId } from '@suishoupai/shared/ids';
import { topicKindExamples, topicKindLabels } from '@suishoupai/shared/topics/labels';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { pathOfKind, topicKinds } from '@suishoupai/shared/topics/paths';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { Submit } from '../../forms/submit.tsx';
import { refusalWords } from '../../forms/use-sending.ts';
import { PhotoGrid } from '../../photos/photo-grid.tsx';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Prose } from '../prose.tsx';
import { Stack } from '../stack.tsx';
import { usePropose } from './_hooks/use-propose.ts';

const pathWords = {
  seven: '受理后走七步：列出、定题、公告、协商、方案、实施、评估。',
  fast: '受理后走四步快办，争取七天内办好。',
};

type From = { communityId: string; ticketId: TicketId | undefined };

const Form = (from: From) => {
  const { draft, photos, sending, change, missing, submit } = usePropose(from);
  const { isLocked, isSending, refusal } = sending;
  const { kind, title, words } = draft;
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text="提出议题，请邻居附议"
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={submit}
        />
      }
    >
      <Slot>
        {refusal !== undefined && (
          <Card tone="warn">
            <Prose text={refusalWords(refusal)} />
          </Card>
        )}
      </Slot>
      {from.ticketId !== undefined && (
        <Card tone="info">
          <Prose text="从一件随手拍来的：那件事会和议题连在一起，大家看得到起因。" />
        </Card>
      )}
      <Card isTight title="是哪一类事">
        <Choices
          label="是哪一类事"
          choices={topicKinds.map((id) => ({ id, name: topicKindLabels[id], note: topicKindExamples[id] }))}
          chosen={kind}
          onChoose={(id) => change({ kind: id })}
        />
      </Card>
      <Card title="什么事">
        <Stack>
          <Field label="一句话说清楚">
            <LineBox
              value={title}
              onChange={(value) => change({ title: value })}
              maxLength={topicLimits.title}
              placeholder="比如“给 2 号楼加装电梯”"
              label="标题"
              isDisabled={isLocked}
            />
          </Field>
          <Field label="为什么要商量这件事" hint="大家都能看到，只显示「居民」。请不要写姓名、电话和门牌号。">
            <TextArea
              value={words}
              onChange={(value) => change({ words: value })}
              maxLength={topicLimits.words}
              placeholder="现在是什么样、影响谁、您希望怎么办"
              label="为什么要商量这件事"
              isDisabled={isLocked}
            />
          </Field>
          <PhotoGrid photos={photos} addText="有照片就拍几张（可不加）" isLocked={isLocked} />
        </Stack>
      </Card>
      <Prose
        isQuiet
        text={`满了附议人数，社区必须受理，或者说明为什么不受理。${kind === undefined ? '' : pathWords[pathOfKind[kind]]}`}
      />
    </Screen>
  );
};

const Page = () => {
  const personId = useMe()?.id;
  const { communityId = '', ticketId } = useRouter().params;
  const from = z.safeParse(TicketId, ticketId);
  if (personId === undefined)
    return (
      <Screen>
        <EmptyState
          icon="user-round"
          title="登录后提议题"
          text="登录后写的内容会存在手机里。"
          action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
        />
      </Screen>
    );
  return <Form key={personId} communityId={communityId} ticketId={from.success ? from.data : undefined} />;
};

export default Page;
