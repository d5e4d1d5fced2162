import type { TopicId } from '@suishoupai/shared/ids';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CategoryPills } from '../../../category/category-pills.tsx';
import { listNote } from '../../../duty/list-note.ts';
import { Submit } from '../../../forms/submit.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PlaceLine } from '../../../ui/place-line.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from '../../council.module.scss';
import { fieldError } from '../../field-errors.ts';
import { NothingNamed } from '../../nothing-named.tsx';
import { Refused } from '../../refused.tsx';
import { useOrder } from './_hooks/use-order.ts';

const byList = 'list';

const OrderForm = ({ topicId }: { topicId: TopicId }) => {
  const control = useOrder(topicId);
  const { view, order, grounds, lists, change, missing, isSending, isLocked, refusal } = control;
  const isStill = isSending || isLocked;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text="转成工单"
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void control.submit()}
        />
      }
    >
      <Loaded view={view} onRetry={() => void control.reload()}>
        {(topic) => (
          <>
            <Slot>
              <Refused refusal={refusal} />
            </Slot>
            <Card title="要办什么">
              <Field
                error={fieldError(refusal, 'words')}
                hint={`来自议题「${topic.title ?? ''}」，办好后回到议题由大家评价`}
              >
                <TextArea
                  value={order.words}
                  onChange={(words) => change({ words })}
                  maxLength={500}
                  placeholder="照决定写：办什么、办到什么程度"
                  label="要办什么"
                  isDisabled={isStill}
                />
              </Field>
            </Card>
            <Card isTight title="依据">
              {grounds.length === 0 ? (
                <EmptyState
                  icon="circle-alert"
                  title="还没有依据"
                  text="要有生效的表决、双签的纪要，或快办里居委会的决定。"
                />
              ) : (
                <Choices
                  label="依据"
                  choices={grounds}
                  chosen={order.basis}
                  onChoose={(basis) => !isStill && change({ basis })}
                />
              )}
            </Card>
            <Card title="类别和位置">
              <View className={styles['stack']}>
                <CategoryPills
                  common={lists?.common}
                  most={6}
                  chosen={order.categoryCode}
                  noteOf={(code) => listNote(lists, code)}
                  isDisabled={isStill}
                  onChoose={(categoryCode) => change({ categoryCode })}
                />
                <PlaceLine
                  label={order.label}
                  onChange={(label) => change({ label })}
                  grid={undefined}
                  isDisabled={isStill}
                />
                <Button
                  look="soft"
                  icon="map-pin"
                  text={order.point === undefined ? '在地图上选位置' : '换一个位置'}
                  isDisabled={isStill}
                  onPress={() => void control.pick()}
                />
              </View>
            </Card>
            <Card isTight title="谁来办">
              <Choices
                label="谁来办"
                choices={[
                  { id: byList, name: '照责任清单', note: '由类别决定部门和时限' },
                  ...(lists?.community.departments ?? []).map(({ id, name }) => ({ id, name })),
                ]}
                chosen={order.departmentId ?? byList}
                onChoose={(id) => !isStill && change({ departmentId: id === byList ? undefined : id })}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Screen>
  );
};

const OrderPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <OrderForm topicId={id} />;
};

export default OrderPage;
