import { makeTopicChange, makeVoiceChange } from './changing.ts';
import { makeCountSupport } from './counting.ts';
import { makeHandling } from './handling.ts';
import { makeTopicList } from './listing.ts';
import { makeOrdering } from './ordering.ts';
import { makeProposing } from './proposing.ts';
import { makeTopicReading } from './reading.ts';
import { makeVoiceService } from './voices.ts';
import { makeWordsService } from './words.ts';

type Deps = Parameters<typeof makeTopicReading>[0] &
  Parameters<typeof makeTopicList>[0] &
  Omit<Parameters<typeof makeProposing>[0], 'reading' | 'change' | 'countSupport'> &
  Omit<Parameters<typeof makeOrdering>[0], 'reading'> &
  Omit<Parameters<typeof makeVoiceService>[0], 'reading'> &
  Omit<Parameters<typeof makeWordsService>[0], 'reading' | 'findReadable' | 'change' | 'changeVoice'> &
  Parameters<typeof makeTopicChange>[0] &
  Parameters<typeof makeVoiceChange>[0];

/** Everything that a person does with topics and their discussions. */
export const makeTopicService = (deps: Deps) => {
  const reading = makeTopicReading(deps);
  const change = makeTopicChange(deps);
  const voices = makeVoiceService({ ...deps, reading });
  return {
    get: reading.get,
    list: makeTopicList(deps),
    ...makeProposing({ ...deps, reading, change, countSupport: makeCountSupport({ ...deps, change }) }),
    ...makeHandling({ reading, change, makeOrder: makeOrdering({ ...deps, reading }) }),
    voices,
    words: makeWordsService({
      ...deps,
      reading,
      change,
      findReadable: voices.findReadable,
      changeVoice: makeVoiceChange(deps),
    }),
  };
};
export type TopicService = ReturnType<typeof makeTopicService>;
