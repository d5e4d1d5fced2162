import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import type { KitDesk } from '../templates/desk-for.ts';
import { TextSheet } from './_components/text-sheet.tsx';
import { useKit } from './_hooks/use-kit.ts';
import { kitDeskOf } from './desk.ts';

/** What the sheet is open for: a sentence, or a new one. */
type Opened = { text: string | undefined };

const Kit = ({ desk }: { desk: KitDesk }) => {
  const { view, reload, isSaving, isFull, write, drop } = useKit(desk);
  const [opened, setOpened] = useState<Opened>();
  const close = (isDone: boolean) => isDone && setOpened(undefined);
  const count = view.state === 'ready' ? view.data.texts.length : 0;
  return (
    <Screen
      foot={
        <Button
          icon="plus"
          text={isFull ? `最多 ${kitLimits.templates} 句` : '加一句'}
          isDisabled={isFull || view.state !== 'ready'}
          onPress={() => setOpened({ text: undefined })}
        />
      }
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {({ version, texts }) => (
          <Card
            isTight
            title={version === 0 ? '现成的几句，改成自己的' : '本台常用回复'}
            aside={`${count} / ${kitLimits.templates}`}
          >
            {texts.length === 0 && (
              <EmptyState icon="message-circle" title="还没有常用回复" text="写几句常用的，办理时点一下就能带上。" />
            )}
            <Rows>
              {texts.map((text) => (
                <ListRow
                  key={text}
                  role="button"
                  title={text}
                  end={<Icon name="pencil" />}
                  onPress={() => setOpened({ text })}
                />
              ))}
            </Rows>
          </Card>
        )}
      </Loaded>
      <Slot>
        {opened !== undefined && (
          <TextSheet
            key={opened.text ?? ''}
            text={opened.text}
            isSaving={isSaving}
            onSave={(text) => void write(opened.text, text).then(close)}
            onDrop={() => opened.text !== undefined && void drop(opened.text).then(close)}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const KitPage = () => {
  const { communityId = '', desk: name } = useRouter().params;
  const desk = kitDeskOf(communityId, name, useMe()?.grants ?? []);
  if (desk !== undefined) return <Kit desk={desk} />;
  return (
    <Screen>
      <EmptyState icon="users" title="这里是工作人员的常用回复" text="从自己的待办进来，就能看到本台的。" />
    </Screen>
  );
};

export default KitPage;
