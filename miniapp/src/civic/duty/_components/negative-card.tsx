import type { NegativeRule } from '@suishoupai/shared/duty/negative';
import { Text, View } from '@tarojs/components';
import { codeWords } from '../../../duty/lookup.ts';
import { Card } from '../../../ui/card.tsx';
import styles from './negative-card.module.scss';

/** The negative list: what the residents' committee cannot be made to do, and which rule says so. */
export const NegativeCard = ({ rules }: { rules: readonly NegativeRule[] }) => (
  <Card title="不能推给社区的事" aside={`${rules.length} 条`}>
    <Text className={styles['intro']}>
      居委会没有执法权，也没有这些设备和队伍。派给居委会时系统会拒绝，并说明是哪一条。
    </Text>
    {rules.map(({ id, text, codes, basis }) => (
      <View key={id} className={styles['rule']}>
        <Text className={styles['text']}>{text}</Text>
        <Text className={styles['note']}>包括 {codes.map(codeWords).join('、')}</Text>
        <Text className={styles['note']}>依据 {basis}</Text>
      </View>
    ))}
  </Card>
);
