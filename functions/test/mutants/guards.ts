import type { Edit } from './mutated.ts';

/** A guard taken away: some line of the access matrix must notice. */
export type Guard = Edit & { what: string };

const of = (what: string, file: string, find: string, put: string): Guard => ({
  what,
  file: file.startsWith('shared/') ? file : `functions/src/${file}`,
  find,
  put,
});

/** Guards against the wrong reader and the wrong hand, each taken away alone: the access matrix must fail. */
export const guards: readonly Guard[] = [
  of('凭证不看收受方', 'people/token.ts', '        audience,\n', ''),
  of('凭证不看种类', 'people/token.ts', '        typ: type,\n', ''),
  of('凭证不看签发方', 'people/token.ts', '        issuer,\n', ''),
  of('凭证没有期限也认', 'people/token.ts', "requiredClaims: ['exp', 'sub']", "requiredClaims: ['sub']"),
  of(
    '没有职务也进工作人员的门',
    'http/mount.ts',
    "if (route.access === 'staff' && grants.length === 0) throw new AppError('access.denied');",
    '',
  ),
  of('工单：别的社区的职务也算', 'tickets/standing.ts', 'if (grant.communityId !== ticket.communityId) continue;', ''),
  of('工单：别的街道也算', 'tickets/standing.ts', 'if (grant.streetId === ticket.streetId) relations', 'relations'),
  of(
    '工单：别的网格也算',
    'tickets/standing.ts',
    "grant.role === 'gridWorker' && grant.gridId === ticket.grid?.id",
    "grant.role === 'gridWorker'",
  ),
  of('工单：谁都看得到准确位置', 'tickets/view.ts', 'place: isInside ? ticket.place : {}', 'place: ticket.place'),
  of(
    '工单：谁都看得到代报的居民',
    'tickets/view.ts',
    'isStaffView && onBehalf !== undefined',
    'onBehalf !== undefined',
  ),
  of('工单：谁都看得到内部备注', 'tickets/view.ts', "isStaffView || step === 'report' || !isInternal(step)", 'true'),
  of('工作台：别的社区的同名部门也算', 'desk-kit/service.ts', 'scopeOfGrant(grant) === scope && ', ''),
  of('巡查：别的网格也算', 'fieldwork/access.ts', ' && grant.gridId === gridId', ''),
  of(
    '议事厅：别的社区的居委会也算',
    'people/posts.ts',
    ": grant.role === 'communityStaff' && grant.communityId === communityId,",
    ": grant.role === 'communityStaff',",
  ),
  of('房屋：别人的申请也能撤', 'households/claims.ts', ' || claim.personId !== personId', ''),
  of(
    '会议：没签的纪要谁都看得到',
    'meetings/view.ts',
    'isStaff ? (meeting.head?.number ?? 0) : 0',
    'meeting.head?.number ?? 0',
  ),
  of('表决：替别的户投', 'votes/casting.ts', "if (!isMine) throw new AppError('vote.notYours');", ''),
  of('表决：别人的回执也给', 'votes/publishing.ts', "if (!isMine) throw new AppError('vote.notYours');", ''),
  of(
    '表决：自己录的纸质票自己复核',
    'votes/paper.ts',
    "if (paper.by.personId === viewer.personId) throw new AppError('vote.samePerson');",
    '',
  ),
  of(
    '表决：一方就能打开保密的选择',
    'votes/publishing.ts',
    'if (!looks.some((look) => look.side !== side && look.personId !== personId))',
    'if (looks.length === 0)',
  ),
  of(
    '账本：自己提的更正自己确认',
    'points/corrections.ts',
    'if (found.by.personId === clerk.personId || found.personId === clerk.personId)',
    'if (found.personId === clerk.personId)',
  ),
  of(
    '志愿服务：没发布的活动谁都看得到',
    'volunteering/standing.ts',
    "if (found.activity.state === 'planned') throw new AppError('activity.notFound');",
    '',
  ),
  of(
    '兑换：草稿谁都看得到',
    'rewards/service.ts',
    "if (stock.state === 'draft') throw new AppError('reward.notFound');",
    '',
  ),
  of(
    '兑换：别的社区的供应商也算',
    'rewards/standing.ts',
    "grant.role === 'supplier' && grant.communityId === communityId",
    "grant.role === 'supplier'",
  ),
  of('兑换：不住这一户也能代换', 'rewards/service.ts', 'await served(communityId, unit, personId);', ''),
  of(
    '互助：谁都看得到别人的约定',
    'timebank/service.ts',
    "if (!isParty && post === undefined) throw new AppError('exchange.notFound');",
    '',
  ),
  of(
    '互助：没有分歧，社区也看得到电话',
    'timebank/view.ts',
    "(state === 'agreed' && relation !== 'staff')",
    "state === 'agreed'",
  ),
  of('互助：别的社区的居民也能代办', 'timebank/desk.ts', 'claim.communityId !== communityId || ', ''),
  of('互助：还没核对的居民也能代办', 'timebank/desk.ts', " || claim.state !== 'approved'", ''),
];
