const byDepartment = [
  '您好，已收到，今天内安排人员到现场查看。',
  '已到现场查看，正在准备材料，预计两天内处理完。',
  '已处理完毕，请您看看现场照片，还有问题请告诉我们。',
  '这件事不归我们负责，已退回社区重新派遣，退回理由见上。',
];
const byGrid = ['已到现场核实，情况属实。', '已到现场核实，没有发现所说的情况。', '已到现场复核，问题已经解决。'];
const byCommunity = [
  '已核实立案，正在派给负责的部门。',
  '请您补充具体位置，比如楼栋、楼层或附近的店铺。',
  '这件事已有邻居上报过，已合并到一起办理，进展会一并告诉您。',
  '目前条件还不具备，已挂账并公开原因，到期会再次研究。',
];
const byStreet = [
  '已召集相关部门协商，由牵头部门统一回复。',
  '同意延期，请按新的时限办结。',
  '理由不充分，请按原时限办理。',
];

/** What a desk finds before it has written texts of its own. */
export const defaultTemplates = (desk: string): readonly string[] => {
  if (desk.startsWith('dep_')) return byDepartment;
  if (desk.startsWith('grd_')) return byGrid;
  return desk === 'street' ? byStreet : byCommunity;
};
