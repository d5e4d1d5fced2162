import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Tick } from '../_components/tick.tsx';
import { LeadPicker } from './_components/lead-picker.tsx';
import { LimitPicker } from './_components/limit-picker.tsx';
import { StagesField } from './_components/stages-field.tsx';
import { useLine } from './_hooks/use-line.ts';
import styles from './index.module.scss';
import { toggleSupporting, withLead } from './terms.ts';

const LinePage = () => {
  const { communityId = '', code = '' } = useRouter().params;
  const line = useLine(communityId, code);
  const { view, reload, departments, form, problems, change, isEdited, wasWritten } = line;
  const name = categoryByCode(code)?.name ?? code;
  useEffect(() => void Taro.setNavigationBarTitle({ title: name }), [name]);
  return (
    <Screen foot={view.state === 'ready' ? <Button text="记下这处改动" onPress={line.note} /> : undefined}>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => (
          <>
            <Card title="谁负责">
              <Field error={problems['departmentId']}>
                <LeadPicker
                  departments={departments}
                  chosen={form.departmentId}
                  onChoose={(id) => change(withLead(form, id))}
                />
              </Field>
              <View {...aria({ role: 'group', label: '协办' })}>
                <Rows>
                  {departments
                    .filter(({ id }) => id !== form.departmentId)
                    .map(({ id, name: department }) => (
                      <ListRow
                        key={id}
                        title={`${department} 协办`}
                        role="switch"
                        isChecked={form.supporting.includes(id)}
                        end={<Tick isOn={form.supporting.includes(id)} />}
                        onPress={() => change(toggleSupporting(form, id))}
                      />
                    ))}
                </Rows>
              </View>
            </Card>
            <Card title="期限">
              <Rows>
                <LimitPicker label="接单" value={form.accept} onChange={(accept) => change({ ...form, accept })} />
                <LimitPicker label="办好" value={form.resolve} onChange={(resolve) => change({ ...form, resolve })} />
                <LimitPicker label="核查" value={form.check} onChange={(check) => change({ ...form, check })} />
              </Rows>
            </Card>
            <Card title="分阶段">
              <StagesField
                stages={form.stages}
                problems={problems}
                onChange={(stages) => change({ ...form, stages })}
              />
            </Card>
            <Card isTight title="怎样立案">
              <View {...aria({ role: 'radiogroup', label: '怎样立案' })}>
                <Rows>
                  <ListRow
                    role="radio"
                    isChecked={!form.isOnTheSpot}
                    title="收到就立案派单"
                    note="照清单自动派，不用人经手"
                    end={<Tick isOn={!form.isOnTheSpot} />}
                    onPress={() => change({ ...form, isOnTheSpot: false })}
                  />
                  <ListRow
                    role="radio"
                    isChecked={form.isOnTheSpot}
                    title="网格员现场核实后立案"
                    note="先由网格员到现场看过，再派给部门"
                    end={<Tick isOn={form.isOnTheSpot} />}
                    onPress={() => change({ ...form, isOnTheSpot: true })}
                  />
                </Rows>
              </View>
            </Card>
            {(wasWritten || isEdited) && (
              <View className={styles['undo']}>
                {isEdited && <Button look="ghost" icon="undo-2" text="恢复原样" onPress={line.undo} />}
                {wasWritten && <Button look="plain" icon="trash-2" text="从清单删去" onPress={line.strike} />}
              </View>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default LinePage;
