import { fileRefusalText } from '@suishoupai/shared/media/file-refusals';
import { refusalText } from '@suishoupai/shared/media/labels';

/** Why an upload was refused, photo or file, in the words the person reads. */
export const refusalWords = { ...refusalText, ...fileRefusalText };
