import { consentChanges } from '@suishoupai/shared/people/consent';
import { Text } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';

/** For somebody who was signed in until a moment ago. */
export const Again = () => (
  <Card tone="info" title="需要您重新同意">
    <Text>{`《隐私政策》有了新的版本，或您撤回过同意。这一版${consentChanges}您填写的内容都还在。`}</Text>
  </Card>
);
