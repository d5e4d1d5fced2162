import { Text } from '@tarojs/components';
import type { ApiError } from '../api/api-error.ts';
import { aria } from '../ui/aria.ts';
import styles from './council.module.scss';
import { refusalText } from './field-errors.ts';

/** Why the service did not take it. */
export const Refused = ({ refusal }: { refusal: ApiError | undefined }) =>
  refusal === undefined ? null : (
    <Text className={styles['refusal']} {...aria({ role: 'alert' })}>
      {refusalText(refusal)}
    </Text>
  );
