import { missingWords } from '../../../draft/missing.ts';
import { Button } from '../../../ui/button.tsx';
import type { Report } from '../_hooks/use-report.ts';
import { submitText } from '../handler.ts';

/** The one filled button says what will happen; while something is missing it is a quiet one that says what. */
export const Foot = ({ report }: { report: Report }) => {
  const { missing, handler, isSubmitting, isSignInNeeded, goes, submit, signIn } = report;
  const press = () => void submit();
  if (isSubmitting) return <Button isLarge isLoading text="正在提交…" onPress={press} />;
  if (isSignInNeeded) return <Button isLarge text="登录，继续上报" onPress={signIn} />;
  if (missing.length > 0) return <Button isLarge look="soft" text={missingWords(missing)} onPress={press} />;
  if (goes === 'later') return <Button isLarge text="存下，有网自动发出" onPress={press} />;
  return <Button isLarge text={submitText(handler)} onPress={press} />;
};
