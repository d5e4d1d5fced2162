import { Button } from '../ui/button.tsx';
import { notify } from '../ui/notify.ts';

type Props = {
  /** What the form still needs; said on the button, and once more when it is tapped. */
  missing: string | undefined;
  text: string;
  isSending: boolean;
  /** Sent, and no answer came. */
  isLocked: boolean;
  onSubmit: () => void;
};

export const Submit = ({ missing, text, isSending, isLocked, onSubmit }: Props) => (
  <Button
    isLarge
    look={missing === undefined ? 'filled' : 'soft'}
    text={missing ?? (isLocked && !isSending ? '再试一次' : text)}
    isLoading={isSending}
    onPress={() => (missing === undefined ? onSubmit() : notify(missing))}
  />
);
