import { setElder } from '../../../state/elder.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Toggle } from '../../../ui/toggle.tsx';

/** The way back, at the foot of the elder home; the way in stands in the top line. */
export const ElderSwitch = () => (
  <Card isTight>
    <ListRow
      icon="a-large-small"
      title="长辈版"
      note="关掉就是标准版"
      role="switch"
      isChecked
      end={<Toggle isOn />}
      onPress={() => setElder(false)}
    />
  </Card>
);
