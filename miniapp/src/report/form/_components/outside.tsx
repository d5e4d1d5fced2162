import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { Button } from '../../../ui/button.tsx';
import type { Report } from '../_hooks/use-report.ts';
import styles from './outside.module.scss';

const cityHotline = '12345';

/** A point that no community answers for: what can be done instead, with everything kept. */
export const Outside = ({ report }: { report: Report }) => {
  const { home, place } = report;
  return (
    <View className={styles['box']}>
      <Text className={styles['title']}>这个位置不在已开通的社区内</Text>
      <Text className={styles['text']}>
        照片和写的内容都留着。如果选偏了，换一个位置就能继续；确实在外面的，可以打市民热线 {cityHotline}
        {home === undefined ? '' : `，或者问${home.name}（${home.hotline.hours}）`}。
      </Text>
      <View className={styles['acts']}>
        <Button look="ghost" icon="map-pin" text="换一个位置" onPress={() => void place.pick()} />
        <Button look="plain" icon="phone" text={`打 ${cityHotline}`} onPress={() => callPhone(cityHotline)} />
        {home !== undefined && (
          <Button look="plain" icon="phone" text="打给社区" onPress={() => callPhone(home.hotline.phone)} />
        )}
      </View>
    </View>
  );
};
