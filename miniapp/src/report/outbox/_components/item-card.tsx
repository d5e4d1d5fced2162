import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import type { OutboxItem } from '../../../outbox/outbox.ts';
import { itemLook } from '../../../outbox/words.ts';
import { usePhotoUrl } from '../../../photos/use-photo-url.ts';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Shot } from '../../../ui/shot.tsx';
import type { OutboxPage } from '../_hooks/use-outbox-page.ts';
import styles from './item-card.module.scss';

type Photo = OutboxItem['photos'][number];
const shownPhotos = 4;

const Thumb = ({ photo, number }: { photo: Photo; number: number }) => (
  <Shot url={usePhotoUrl(photo)} label={`第 ${number} 张照片`} />
);

const Refusal = ({ item, page }: { item: OutboxItem; page: OutboxPage }) => {
  const { message, meanwhile } = item.refusal ?? {};
  const isLate = meanwhile !== undefined;
  return (
    <>
      <View className={styles['refusal']} {...aria({ role: 'status' })}>
        <Text>{isLate ? `这期间有了新进展：${meanwhile}。没有发出，您写的都在。` : message}</Text>
      </View>
      <View className={styles['acts']}>
        <Button look="ghost" text="删除" label={`删除：${item.title}`} onPress={() => void page.giveUp(item)} />
        <Button
          text={isLate ? '去看看' : '改一改'}
          label={`${isLate ? '去看看' : '改一改'}：${item.title}`}
          onPress={() => void page.mend(item)}
        />
      </View>
    </>
  );
};

export const ItemCard = ({ item, page }: { item: OutboxItem; page: OutboxPage }) => {
  const { title, photos, madeAt, state } = item;
  const { text, icon, tone } = itemLook(item, page.isOnline);
  const made = `${shortTime(madeAt, page.now)} 填写`;
  return (
    <Card>
      <View className={styles['head']}>
        <View className={styles['words']}>
          <Text className={styles['title']}>{title}</Text>
          <Text className={styles['note']}>{photos.length === 0 ? made : `${made} · ${photos.length} 张照片`}</Text>
        </View>
        <Chip text={text} icon={icon} tone={tone} />
      </View>
      {photos.length > 0 && (
        <View className={styles['photos']}>
          {photos.slice(0, shownPhotos).map((photo, index) => (
            <Thumb key={photo.id} photo={photo} number={index + 1} />
          ))}
        </View>
      )}
      {state === 'refused' && <Refusal item={item} page={page} />}
      {state === 'waiting' && (
        <View className={styles['stop']}>
          <Button look="plain" text="不发了" label={`不发了：${title}`} onPress={() => void page.giveUp(item)} />
        </View>
      )}
    </Card>
  );
};
