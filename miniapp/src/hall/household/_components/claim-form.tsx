import { householdLimits } from '@suishoupai/shared/households/limits';
import { View } from '@tarojs/components';
import { refusalWords } from '../../../forms/use-sending.ts';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { ClaimControl } from '../_hooks/use-claim.ts';
import { wrongIn } from '../claiming.ts';
import styles from './claim-form.module.scss';

const phoneLength = 11;

/** Which flat, as what, and by what name the roll knows them. */
export const ClaimForm = ({ control: { claiming, photos, sending, change } }: { control: ClaimControl }) => {
  const { building, entrance, room, as, name, idTail, phone } = claiming;
  const { isLocked, refusal } = sending;
  const wrong = wrongIn(claiming);
  return (
    <>
      <Slot>
        {refusal !== undefined && (
          <Card tone="warn">
            <Prose text={refusalWords(refusal)} />
          </Card>
        )}
      </Slot>
      <Card title="哪一户">
        <Stack>
          <Field hint="没有单元的，单元空着" error={wrong.place}>
            <View className={styles['place']}>
              <LineBox
                value={building}
                onChange={(value) => change({ building: value })}
                maxLength={householdLimits.building}
                placeholder="几栋"
                label="几栋，比如 3"
                isDisabled={isLocked}
              />
              <LineBox
                value={entrance}
                onChange={(value) => change({ entrance: value })}
                maxLength={householdLimits.entrance}
                placeholder="单元"
                label="几单元，没有就空着"
                isDisabled={isLocked}
              />
              <LineBox
                value={room}
                onChange={(value) => change({ room: value })}
                maxLength={householdLimits.room}
                placeholder="房号"
                label="房号，比如 501"
                isDisabled={isLocked}
              />
            </View>
          </Field>
          <Field
            label="您是"
            hint={
              as === 'owner' ? '业主：房产证上有名字，业主表决时有一票' : '住户：住在这里的家人、租客，居民议事时有一票'
            }
          >
            <Pills label="您是业主还是住户">
              <Pill
                text="业主"
                isChosen={as === 'owner'}
                isDisabled={isLocked}
                onPress={() => change({ as: 'owner' })}
              />
              <Pill
                text="住户"
                isChosen={as === 'member'}
                isDisabled={isLocked}
                onPress={() => change({ as: 'member' })}
              />
            </Pills>
          </Field>
        </Stack>
      </Card>
      <Card title="怎么核对">
        <Stack>
          <Field label="姓名" hint={as === 'owner' ? '和房产证上一样' : undefined}>
            <LineBox
              value={name}
              onChange={(value) => change({ name: value })}
              maxLength={householdLimits.ownerName}
              placeholder="您的姓名"
              label="姓名"
              isDisabled={isLocked}
            />
          </Field>
          <Slot>
            {as === 'owner' && (
              <Field label="证件号最后四位" hint="同名同姓时用来分清，不用整个号码" error={wrong.idTail}>
                <LineBox
                  value={idTail}
                  onChange={(value) => change({ idTail: value.trim() })}
                  maxLength={4}
                  placeholder="最后四位"
                  label="证件号最后四位"
                  isDisabled={isLocked}
                />
              </Field>
            )}
          </Slot>
          <Field label="手机号（可不填）" hint="社区有疑问时打给您" error={wrong.phone}>
            <LineBox
              value={phone}
              onChange={(value) => change({ phone: value.trim() })}
              maxLength={phoneLength}
              placeholder="11 位手机号"
              label="手机号，可不填"
              isDisabled={isLocked}
            />
          </Field>
          <PhotoGrid photos={photos} addText="房产证或租约照片（可不加）" isLocked={isLocked} />
        </Stack>
      </Card>
      <Prose isQuiet text="姓名和证件只有社区核对的人看得到，每次查看都有记录，您可以在「谁看过我的信息」里查。" />
    </>
  );
};
