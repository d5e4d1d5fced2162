/** What must be known before signing in, in three breaths. */
export const privacySummary = [
  '登录只取微信给本小程序的编号，不取手机号、头像、昵称。上报时收下您拍的照片、选的位置、写的话。',
  '准确位置和全部照片只给经手的人看。工作人员每次查看都有记录，您随时查得到。',
  '不登录也能看身边的事。同意之后可以撤回，也可以要一份自己的记录，或要求删除。',
] as const;
