import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { Receipt } from '@suishoupai/shared/votes/contract';
import { headDigest } from '@suishoupai/shared/votes/head';
import { verifyInclusion } from '@suishoupai/shared/votes/merkle';
import { keyFingerprint, receiptCode } from '@suishoupai/shared/votes/receipt';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { KeptReceipt } from '../vote/kept-receipt.ts';
import { sha256 } from './sha256.ts';

export type Heads = RouteResponse<typeof voteRoutes.listHeads>;

/** `good`: as it must be; `bad`: as it must not be, and somebody has to be told; `open`: cannot be known yet. */
export type Finding = { standing: 'good' | 'bad' | 'open'; words: string };

const keptFinding = ({ seq, leaf, code }: Receipt, kept: KeptReceipt | undefined): Finding => {
  if (kept === undefined || kept.seq < seq)
    return { standing: 'open', words: '这部手机里没有记过这次的回执，请和您抄下或截图的回执比一比。' };
  return kept.leaf === leaf && kept.code === code
    ? { standing: 'good', words: '和投票时记在这部手机里的回执一样。' }
    : { standing: 'bad', words: `投票时记下的回执是 ${kept.code}，和现在的不一样。请截图，向社区提异议。` };
};

const proofFinding = ({ leaf, proof }: Receipt): Finding => {
  if (proof === undefined) return { standing: 'open', words: '截止以后，才能查它在不在计票的选票里。' };
  const { index, size, root, path } = proof;
  return verifyInclusion({ leaf, index, size, proof: path, root }, sha256)
    ? { standing: 'good', words: `手机当场验算：您的选票在记录里，是 ${size} 条里的第 ${index + 1} 条。` }
    : { standing: 'bad', words: '手机验算没有通过：这张选票不在公布的记录里。请截图，向社区提异议。' };
};

const rootFinding = ({ proof }: Receipt, heads: Heads | undefined): Finding | undefined => {
  const close = heads?.items.find(({ kind }) => kind === 'close');
  if (proof === undefined || close === undefined) return undefined;
  return close.root === proof.root && close.size === proof.size
    ? { standing: 'good', words: '和截止时签名公布的总指纹一样。' }
    : { standing: 'bad', words: '和截止时签名公布的总指纹不一样。请截图，向社区提异议。' };
};

/** What this phone can say by itself of a receipt: nothing of it is taken from the service's word. */
export const findingsOf = (receipt: Receipt, kept: KeptReceipt | undefined, heads: Heads | undefined): Finding[] =>
  [keptFinding(receipt, kept), proofFinding(receipt), rootFinding(receipt, heads)].filter(
    (finding) => finding !== undefined,
  );

/** What a notice board shows of a head, computed here: whoever copied it can compare. */
export const headCode = (head: Heads['items'][number]): string => receiptCode(headDigest(head, sha256));

export const keyCode = ({ publicKey }: Heads): string => keyFingerprint(publicKey, sha256);
