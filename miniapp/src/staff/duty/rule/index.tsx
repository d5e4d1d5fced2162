import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DutyBrowser } from '../../../duty/duty-browser.tsx';
import { codeWords } from '../../../duty/lookup.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Tick } from '../_components/tick.tsx';
import styles from '../line/index.module.scss';
import { useRule } from './_hooks/use-rule.ts';

const longestText = 120;
const longestBasis = 160;

const RulePage = () => {
  const { communityId = '', id } = useRouter().params;
  const rule = useRule(communityId, id);
  const { view, reload, form, problems, change, isEdited, outcome, departments } = rule;
  const without = (code: string) => form.codes.filter((each) => each !== code);
  return (
    <Screen foot={view.state === 'ready' ? <Button text="记下这一条" onPress={() => void rule.note()} /> : undefined}>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => (
          <>
            <Card>
              <Field label="什么事" error={problems.text}>
                <TextArea
                  value={form.text}
                  onChange={(text) => change({ text })}
                  maxLength={longestText}
                  placeholder="比如：违法建设的认定、处罚和拆除"
                  label="什么事"
                />
              </Field>
            </Card>
            <Card>
              <Field label="依据" error={problems.basis}>
                <TextArea
                  value={form.basis}
                  onChange={(basis) => change({ basis })}
                  maxLength={longestBasis}
                  placeholder="哪部法规、哪一条，或街道的哪份文件"
                  label="依据"
                />
              </Field>
            </Card>
            <Card isTight title="哪几类">
              <Field error={problems.codes}>
                <Rows>
                  {form.codes.map((code) => (
                    <ListRow
                      key={code}
                      role="button"
                      title={codeWords(code)}
                      end={<Icon name="x" />}
                      onPress={() => change({ codes: without(code) })}
                    />
                  ))}
                </Rows>
              </Field>
              <DutyBrowser lines={outcome.lines} departments={departments}>
                {({ code, name }) => {
                  const isOn = form.codes.includes(code);
                  return (
                    <ListRow
                      role="switch"
                      isChecked={isOn}
                      title={name}
                      end={<Tick isOn={isOn} />}
                      onPress={() => change({ codes: isOn ? without(code) : [...form.codes, code] })}
                    />
                  );
                }}
              </DutyBrowser>
            </Card>
            {id !== undefined && (
              <View className={styles['undo']}>
                {isEdited && <Button look="ghost" icon="undo-2" text="恢复原样" onPress={rule.undo} />}
                <Button look="plain" icon="trash-2" text="删去这一条" onPress={rule.strike} />
              </View>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default RulePage;
