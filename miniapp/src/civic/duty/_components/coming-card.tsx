import { changedBetween } from '@suishoupai/shared/duty/edit';
import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import { effectiveWords } from '@suishoupai/shared/duty/words';
import type { Department } from '@suishoupai/shared/places/contract';
import { Text } from '@tarojs/components';
import { Changes } from '../../../duty/changes.tsx';
import { Card } from '../../../ui/card.tsx';
import styles from '../index.module.scss';

type Props = {
  inForce: DutyDocument | undefined;
  coming: DutyDocument;
  departments: readonly Department[];
  now: string;
};

const nothing = { lines: [], negative: [] };

/** What is decided and not in force yet, with all that lies between now and then. */
export const ComingCard = ({ inForce, coming, departments, now }: Props) => (
  <Card tone="info" title={`第 ${coming.version} 版 ${effectiveWords(coming, now)}`}>
    <Text className={styles['reason']}>{coming.reason}</Text>
    <Changes {...changedBetween(inForce ?? nothing, coming)} departments={departments} />
  </Card>
);
