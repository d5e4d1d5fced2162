import type { OrderState, RewardKind, RewardLine, RewardState } from './contract.ts';
import type { Standing } from './rules.ts';

export const rewardKindLabels: Record<RewardKind, string> = { goods: '物品', service: '服务' };

export const rewardStateLabels: Record<RewardState, string> = { draft: '草稿', onShelf: '在架', offShelf: '已下架' };

export const standingLabels: Record<Standing, string> = {
  toCome: '预告',
  open: '可兑换',
  soldOut: '已换完',
  over: '已结束',
  off: '已下架',
};

export const orderStateLabels: Record<OrderState, string> = {
  open: '待领取',
  done: '已领取',
  cancelled: '已取消',
  expired: '已过期',
};

export const rewardLineLabels: Record<RewardLine['what'], string> = {
  make: '新建',
  change: '修改',
  shelve: '上架',
  withdraw: '下架',
  correct: '调整库存',
};
