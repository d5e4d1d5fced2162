import type { RuleSet } from '@suishoupai/shared/votes/rule-set';
import { hour } from './eventful-votes.ts';
import { keyOf } from './key.ts';
import type { openVote } from './service.ts';

const ruleSet: RuleSet = {
  id: 'tiny',
  version: 1,
  title: '试',
  matter: 'consultation',
  electorates: ['residents'],
  methods: ['single'],
  dimensions: ['heads'],
  effectiveFrom: '2021-01-01',
  noticeDays: 3,
  publicationDays: 5,
  changeable: 'untilClose',
  isAdvisory: true,
  turnout: [],
  approval: [],
  notes: [],
  basisOf: { notice: 'x', publication: 'x', changeable: 'x' },
  basis: [{ id: 'x', law: '', article: '', text: '', source: '', verified: 'unverified' }],
};

/** As small a vote as there can be, for tests over every byte of its pack. */
export const tinyVote: Parameters<typeof openVote> = [
  {
    id: 'vot_huaxin_0123456789abcdefghjkmnpqrs',
    communityId: 'huaxin',
    title: '试',
    question: {
      method: 'single',
      text: '？',
      options: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
      ],
    },
    ruleSet,
    electorate: 'residents',
    secrecy: 'open',
    announcedAt: hour(2, 1),
    opensAt: hour(17, 1),
    closesAt: hour(24, 10),
  },
  [{ slot: 's1', kind: 'person', units: [] }],
  keyOf(7),
];

export const tinyBallot = {
  slot: 's1',
  choice: { option: 'a' },
  ballot: '1'.repeat(32),
  nonce: '2'.repeat(32),
  channel: 'online',
} as const;
