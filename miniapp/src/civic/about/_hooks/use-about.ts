import { callPhone } from '../../../platform/call-phone.ts';
import { platform } from '../../../platform/platform.ts';
import { useMetCommunity } from '../../../state/met-community.ts';

/** 12345 is the national line for complaints about public services: it answers where the community does not. */
const nationalLine = '12345';

export const useAbout = () => {
  const community = useMetCommunity();
  return {
    community,
    openGuideline: platform.openPrivacyGuideline,
    callCommunity: () => {
      if (community !== undefined) callPhone(community.hotline.phone);
    },
    callNationalLine: () => callPhone(nationalLine),
  };
};
