import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { showPhotos } from '../../../platform/show-photos.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Press } from '../../../ui/press.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Shot } from '../../../ui/shot.tsx';
import type { ReviewControl } from '../_hooks/use-review.ts';
import type { ReviewItem } from '../review.ts';
import { HideSheet } from './hide-sheet.tsx';
import styles from './review-card.module.scss';

const What = ({ what }: Pick<ReviewItem, 'what'>) =>
  what.kind === 'words' ? (
    <Text className={styles['quote']}>{what.words}</Text>
  ) : (
    <View className={styles['shot']}>
      <Press label="待审核的照片，点按看大图" onPress={() => showPhotos([what.url])}>
        <Shot url={what.thumbUrl} label="待审核的照片" size="square" />
      </Press>
    </View>
  );

type Props = { review: ReviewControl; now: string };

/** What others do not see yet, or somebody complained of, for the community to decide on. */
export const ReviewCard = ({ review: { items, running, decide }, now }: Props) => {
  const [hiding, setHiding] = useState<ReviewItem['id']>();
  if (items.length === 0) return null;
  const hide = async (reason: string) => {
    if (hiding !== undefined && (await decide(hiding, 'hide', reason))) setHiding(undefined);
  };
  return (
    <Card title="公开审核" aside={`${items.length} 项`}>
      <Rows>
        {items.map(({ id, by, at, word, tone, what, because, hideText }) => (
          <View key={id} className={styles['item']}>
            <View className={styles['top']}>
              <Text className={styles['note']}>
                {[by, at === undefined ? undefined : shortTime(at, now)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </Text>
              <Chip text={word} tone={tone} />
            </View>
            {because.map((line) => (
              <Text key={line} className={styles['because']}>
                {line}
              </Text>
            ))}
            <View className={styles[what.kind]}>
              <What what={what} />
              <View className={styles['choice']}>
                {hideText !== undefined && (
                  <Button
                    look="ghost"
                    text={hideText}
                    isLoading={running === id}
                    isDisabled={running !== undefined}
                    onPress={() => setHiding(id)}
                  />
                )}
                <Button
                  look="soft"
                  text="公开"
                  isLoading={running === id}
                  isDisabled={running !== undefined}
                  onPress={() => void decide(id, 'show')}
                />
              </View>
            </View>
          </View>
        ))}
      </Rows>
      <HideSheet
        isOpen={hiding !== undefined}
        isRunning={running !== undefined}
        onHide={(reason) => void hide(reason)}
        onClose={() => setHiding(undefined)}
      />
    </Card>
  );
};
