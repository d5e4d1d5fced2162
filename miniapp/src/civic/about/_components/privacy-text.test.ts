import { createHash } from 'node:crypto';
import { consentVersion } from '@suishoupai/shared/people/consent';
import { expect, test } from 'vitest';
import { privacySummary } from '../../../pages/sign-in/_components/privacy-summary.ts';
import { privacyPolicy, userAgreement } from './privacy-text.ts';

const digest = createHash('sha256')
  .update(JSON.stringify([privacySummary, privacyPolicy, userAgreement]))
  .digest('hex')
  .slice(0, 16);

test('改了文字就要换版本：人同意的是看过的那些字', () => {
  expect(`${consentVersion} ${digest}`).toBe('2026-11-22 4c1dc15ce0eaa17e');
});
