import { makeTopicChange, makeVoiceChange } from './changing.ts';
import { makeCountSupport } from './counting.ts';
import { makeTopicFollower } from './follower.ts';
import { makeTopicLinks } from './links.ts';
import { makeOrderEntry } from './ordering.ts';
import { makeTopicSweep } from './sweep.ts';

type FollowDeps = Omit<
  Parameters<typeof makeTopicFollower>[0],
  'change' | 'changeVoice' | 'countSupport' | 'enterOrder' | 'links'
> &
  Parameters<typeof makeTopicChange>[0] &
  Parameters<typeof makeVoiceChange>[0] &
  Omit<Parameters<typeof makeCountSupport>[0], 'change'> &
  Parameters<typeof makeOrderEntry>[0];

/** The stream's part of topics, on its stores. */
export const followTopicsOn = (deps: FollowDeps) => {
  const change = makeTopicChange(deps);
  return makeTopicFollower({
    ...deps,
    change,
    changeVoice: makeVoiceChange(deps),
    countSupport: makeCountSupport({ ...deps, change }),
    enterOrder: makeOrderEntry(deps),
    links: makeTopicLinks({ ...deps, change }),
  });
};

type SweepDeps = Omit<Parameters<typeof makeTopicSweep>[0], 'change' | 'countSupport'> &
  Parameters<typeof makeTopicChange>[0] &
  Omit<Parameters<typeof makeCountSupport>[0], 'change'>;

/** The clock's part of topics, on its stores. */
export const sweepTopicsOn = (deps: SweepDeps) => {
  const change = makeTopicChange(deps);
  return makeTopicSweep({ ...deps, change, countSupport: makeCountSupport({ ...deps, change }) });
};
