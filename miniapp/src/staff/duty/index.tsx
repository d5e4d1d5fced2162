import { dutyFor } from '@suishoupai/shared/duty/rules';
import { limitWords } from '@suishoupai/shared/duty/words';
import type { DutyLine } from '@suishoupai/shared/places/contract';
import { useRouter } from '@tarojs/taro';
import { DutyBrowser } from '../../duty/duty-browser.tsx';
import { nameIn } from '../../duty/lookup.ts';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Basis } from './_components/basis.tsx';
import { useEditor } from './_hooks/use-editor.ts';

const changed = <Chip tone="brand" text="已改" />;

const EditorPage = () => {
  const communityId = useRouter().params['communityId'] ?? '';
  const { view, reload, now, newest, departments, outcome, count, draft } = useEditor(communityId);
  const nameOf = nameIn(departments);
  const noteOf = (line: DutyLine | undefined) =>
    line === undefined ? '没有写定，由社区指派' : `${nameOf(line.departmentId)} · ${limitWords(line.resolve)}内办好`;
  const isChanged = (code: string) => outcome.changed.some(({ categoryCode }) => categoryCode === code);
  const isRuleChanged = (id: string) => outcome.changedNegative.some((each) => each.id === id);
  const publish = (
    <Button
      text={draft.sent !== undefined ? '上次发布没有收到回音' : count === 0 ? '还没有改动' : `核对并发布 · ${count} 处`}
      isDisabled={count === 0 && draft.sent === undefined}
      onPress={() => open(routes.publishDuty(communityId))}
    />
  );
  return (
    <Screen foot={view.state === 'ready' ? publish : undefined}>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => (
          <>
            <Basis newest={newest} now={now} />
            <Card isTight>
              <DutyBrowser lines={outcome.lines} departments={departments}>
                {({ code, name }) => (
                  <ListRow
                    title={name}
                    note={noteOf(dutyFor(outcome.lines, code))}
                    end={isChanged(code) ? changed : undefined}
                    onPress={() => open(routes.editDutyLine(communityId, code))}
                  />
                )}
              </DutyBrowser>
            </Card>
            <Card isTight title="不能推给社区的事">
              <Rows>
                {outcome.negative.map(({ id, text, basis }) => (
                  <ListRow
                    key={id}
                    title={text}
                    note={basis}
                    end={isRuleChanged(id) ? changed : undefined}
                    onPress={() => open(routes.editDutyRule(communityId, id))}
                  />
                ))}
                <ListRow
                  icon="plus"
                  title="加一条"
                  end={<Icon name="chevron-right" />}
                  onPress={() => open(routes.editDutyRule(communityId))}
                />
              </Rows>
            </Card>
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default EditorPage;
