/** The version in force of the privacy policy and the user agreement: the day it was put up. A new one asks everyone again. */
export const consentVersion = '2026-11-22';

/** What is different from the version before, for whoever agreed to that one. */
export const consentChanges = '写明了谁看得到您的信息、工作人员每次查看都会留下记录，以及怎样撤回同意。';
