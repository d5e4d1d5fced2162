import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { useMetCommunity } from '../../../state/met-community.ts';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { Refusal } from '../_hooks/use-sign-in.ts';
import styles from './refused.module.scss';

/** Why it did not work, and the way out that helps for that reason. */
export const Refused = ({ refusal }: { refusal: Refusal }) => {
  const phone = useMetCommunity()?.hotline.phone;
  const cannotRetry = refusal.code === 'session.riskyUser';
  return (
    <Card tone="warn">
      <View className={styles['line']} {...aria({ role: 'alert' })}>
        <Icon name="circle-alert" />
        <Text className={styles['text']}>{refusal.message}</Text>
      </View>
      {cannotRetry && phone !== undefined && (
        <Button look="plain" icon="phone" text="打电话给社区" onPress={() => callPhone(phone)} />
      )}
    </Card>
  );
};
