import { callPhone } from '../../../platform/call-phone.ts';
import type { KnownCommunity } from '../../../state/community.ts';
import { ElderChoice } from '../../../ui/elder-choice.tsx';

/** The government's line for citizens, the same in every city. */
const nationalLine = '12345';

type Props = {
  community: KnownCommunity | undefined;
  /** The service did not say which community: then there is a number that always answers. */
  isUnknown: boolean;
};

/** One tap, and it rings. */
export const ElderCall = ({ community, isUnknown }: Props) => {
  if (community === undefined && isUnknown)
    return (
      <ElderChoice
        icon="phone"
        title="打 12345 热线"
        note="政务服务，日夜有人"
        onPress={() => callPhone(nationalLine)}
      />
    );
  const { name, hotline } = community ?? {};
  return (
    <ElderChoice
      icon="phone"
      title="打电话给社区"
      note={hotline === undefined ? '正在找号码' : `${name} ${hotline.contact}，${hotline.hours}`}
      onPress={() => hotline && callPhone(hotline.phone)}
    />
  );
};
