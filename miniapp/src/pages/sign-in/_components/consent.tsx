import { consentVersion } from '@suishoupai/shared/people/consent';
import { Text } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Points } from '../../../ui/points.tsx';
import { Press } from '../../../ui/press.tsx';
import { Tick } from '../../../ui/tick.tsx';
import styles from './consent.module.scss';
import { privacySummary } from './privacy-summary.ts';

type Props = { isGiven: boolean; onToggle: () => void };

/** Never ticked beforehand: it is the person who agrees. */
export const Consent = ({ isGiven, onToggle }: Props) => (
  <Card title="先看看这些" aside={`${consentVersion} 版`}>
    <Points lines={privacySummary} />
    <Button look="plain" text="看《隐私政策》和《用户协议》全文" onPress={() => open(routes.about())} />
    <Press className={styles['agree']} role="checkbox" isChecked={isGiven} onPress={onToggle}>
      <Tick isOn={isGiven} />
      <Text className={styles['words']}>我已阅读并同意《隐私政策》和《用户协议》</Text>
    </Press>
  </Card>
);
