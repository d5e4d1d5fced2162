import { areaWords, unitStatusLabels } from '@suishoupai/shared/households/labels';
import { placeWords } from '@suishoupai/shared/households/notices';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Points } from '../../../ui/points.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import { Figures } from '../../figures.tsx';
import { NothingNamed } from '../../nothing-named.tsx';
import { Refused } from '../../refused.tsx';
import { BadRows } from './_components/bad-rows.tsx';
import { useImport } from './_hooks/use-import.ts';
import { badRows, changesWords, isWhollyBad, type Preview } from './preview.ts';

const Sample = ({ sample }: Pick<Preview, 'sample'>) => (
  <Card isTight title="读出来是这样，请核对几行">
    <Rows>
      {sample.map((unit) => (
        <View key={unit.code} className={styles['part']}>
          <Text className={styles['strong']}>{placeWords(unit)}</Text>
          <Text className={styles['quiet']}>
            {`${areaWords(unit.area)} · ${unitStatusLabels[unit.status]}${
              unit.owners.length === 0
                ? ''
                : ` · ${unit.owners.map(({ name, idTail }) => `${name} ${idTail}`).join('、')}`
            }`}
          </Text>
        </View>
      ))}
    </Rows>
  </Card>
);

const Import = ({ communityId }: { communityId: string }) => {
  const control = useImport(communityId);
  const { chosen, excluded, isReading, unreadable, isLocked, isSending, missing, refusal } = control;
  const { preview, file } = chosen ?? {};
  return (
    <Screen
      foot={
        preview === undefined ? (
          <Button isLarge text="选择名册文件" isLoading={isReading} onPress={() => void control.pick()} />
        ) : (
          <>
            <Button
              look="ghost"
              text="换文件"
              isLoading={isReading}
              isDisabled={isSending || isLocked}
              onPress={() => void control.pick()}
            />
            <Submit
              missing={isLocked ? undefined : missing}
              text={`启用这 ${preview.good} 套`}
              isSending={isSending}
              isLocked={isLocked}
              onSubmit={() => void control.submit()}
            />
          </>
        )
      }
    >
      <Slot>
        <Refused refusal={refusal} />
        {unreadable !== undefined && (
          <Card tone="warn">
            <Text>{unreadable}</Text>
          </Card>
        )}
      </Slot>
      <Slot>
        {preview === undefined && (
          <>
            <EmptyState icon="file-text" title="选一个 XLSX 或 CSV 文件" text="先只看不写：每一行的错误都会列出来。" />
            <Card title="表格要有这几列">
              <Points
                lines={[
                  '楼栋、单元（没有就空着）、房号',
                  '专有面积，平方米，最多两位小数',
                  '业主姓名和证件号码；几位共有人用顿号分开，次序对应',
                  '状态：已售、未售、未交付',
                ]}
              />
            </Card>
          </>
        )}
      </Slot>
      {preview !== undefined && (
        <>
          <Card title={file?.fileName ?? ''}>
            <View className={styles['stack']}>
              <Figures
                figures={[
                  { name: '能用', amount: `${preview.good} 套` },
                  { name: '有问题', amount: `${preview.problemRows.length} 行` },
                  { name: '人数', amount: String(preview.heads) },
                  { name: '专有部分总面积', amount: areaWords(preview.areaTotal) },
                ]}
              />
              <Text className={styles['quiet']}>{changesWords(preview.changes)}</Text>
            </View>
          </Card>
          <Slot>
            {isWhollyBad(preview) && (
              <Card tone="warn" title="这份表格用不了">
                <Points lines={preview.problems.map(({ message }) => message)} />
              </Card>
            )}
            {!isWhollyBad(preview) && preview.problemRows.length > 0 && (
              <BadRows
                rows={badRows(preview)}
                excluded={excluded}
                isLocked={isSending || isLocked}
                onToggle={control.toggle}
                onToggleAll={() => control.toggleAll(preview.problemRows)}
              />
            )}
            {preview.sample.length > 0 && <Sample sample={preview.sample} />}
          </Slot>
        </>
      )}
    </Screen>
  );
};

const ImportPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Import communityId={communityId} />;
};

export default ImportPage;
