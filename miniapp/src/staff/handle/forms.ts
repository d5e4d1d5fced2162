import { form, type StepForms } from '../../ticket/forms.ts';

const forResident = '居民会看到这里的话';
const inPublic = '会写进办理经过，大家都看得到';
const inside = '只有工作人员看得到，不会给居民看';

/** What a member of staff is asked. */
export const staffForms: StepForms = {
  file: form('立案', '核实立案', '已立案', {
    title: '核实立案',
    hint: '现场看过、情况属实就立案；责任清单里有的会自动派给责任部门',
    placeholder: '现场情况（可不填）',
    quick: ['现场已核实，情况属实', '情况属实，已先做安全提示'],
    photos: 'optional',
    addText: '现场照片（可不加）',
  }),
  decline: form('不予立案', '不予立案并告知居民', '已告知居民', {
    title: '为什么不立案？',
    hint: forResident,
    placeholder: '说清理由，以及居民可以找谁',
    quick: ['不属于社区职责，请拨打 12345', '与已有上报重复', '照片看不清，请重新拍摄上报', '现场未发现该问题'],
    photos: 'optional',
    addText: '现场照片（可不加）',
    sure: { title: '不予立案？', text: '居民会马上收到这个结果和您写的理由。' },
  }),
  dispatch: form('派遣', '派给这个部门', '已派遣', { title: '派给哪个部门？', placeholder: '给部门的话（可不填）' }),
  joint: form('吹哨', '吹哨派遣', '已吹哨，几个部门同时收到', {
    title: '吹哨：几个部门一起办',
    hint: '牵头部门负责办结；协办部门各办各的，都回复了才能办结',
    placeholder: '给各部门的话（可不填）',
  }),
  accept: form('接单', '接单', '已接单，请在时限内处理', { isDirect: true }),
  return: form('退回', '退回给社区', '已退回', {
    title: '为什么退回？',
    hint: '写明它在责任清单里属于哪一类。首次响应的时限不会重算',
    placeholder: '退回的理由',
    quick: ['不属于我部门职责', '位置不在我部门管辖范围', '需要其他部门牵头', '描述不清，无法找到现场'],
  }),
  ask: form('请居民补充', '发给居民', '已问居民，时限暂停', {
    title: '请居民补充什么？',
    hint: '居民答复之前，时限暂停',
    placeholder: '想请居民说清楚的事',
    quick: ['请说明具体在哪栋哪个单元', '请补一张能看清位置的照片', '请说明大概什么时间出现'],
  }),
  answer: form('代居民补充', '记下居民的答复', '已补充，继续办理', {
    title: '居民怎么说？',
    hint: '把居民的答复照原话记下来',
    placeholder: '居民的答复',
    photos: 'optional',
  }),
  progress: form('写进展', '写进办理经过', '已写进办理经过', {
    title: '办到哪一步了？',
    hint: inPublic,
    placeholder: '做了什么，接下来做什么',
    quick: ['已到现场查看', '已联系维修单位', '配件已订，到货后更换', '已约居民上门时间'],
    photos: 'optional',
  }),
  askExtension: form('申请延期', '提交申请', '已提交，等社区批复', {
    hint: '最多延 10 个工作日，只能申请一次；批复之前按原时限算',
    placeholder: '为什么来不及，已经做了什么',
    quick: ['需要采购配件', '需要专业单位施工', '需要居民配合，尚未约到', '连续下雨，无法施工'],
  }),
  grantExtension: form('同意', '同意延期', '已同意延期', {
    title: '同意延期',
    placeholder: '给部门的话（可不填）',
  }),
  refuseExtension: form('不同意', '不同意延期', '已回复不同意', {
    title: '不同意延期',
    placeholder: '为什么不同意',
    quick: ['请按原时限办理', '请先采取临时措施'],
  }),
  reply: form('协办回复', '提交协办结果', '已回复，牵头部门能看到', {
    title: '协办结果',
    hint: inPublic,
    placeholder: '我部门做了什么，现在怎么样了',
    quick: ['已到现场配合处理', '我部门承担的部分已完成', '已派人处置，恢复正常'],
    photos: 'optional',
    addText: '处理后照片（可不加）',
  }),
  excuse: form('免除协办', '免除这个部门', '已免除', {
    title: '免除哪个部门？',
    hint: '理由会写进办理经过',
    placeholder: '为什么可以不办',
    quick: ['现场不需要该部门处置', '已由其他部门一并处理'],
  }),
  resolve: form('处理反馈', '提交处理结果', '已提交，等待核查', {
    hint: inPublic,
    placeholder: '做了什么，现在怎么样了',
    quick: ['已到现场处理，恢复正常', '已清理干净', '已更换损坏部件', '已劝导当事人整改'],
    photos: 'needed',
    addText: '处理后照片',
  }),
  confirm: form('核查通过', '核查通过，办结', '已办结', {
    placeholder: '核查情况（可不填）',
    quick: ['现场已核实，恢复正常', '已电话问过居民，确认解决'],
    photos: 'optional',
    addText: '核查照片（可不加）',
  }),
  rework: form('返工', '退回返工', '已要求返工', {
    title: '哪里不行？',
    placeholder: '还差什么，要改到什么样',
    quick: ['现场未恢复', '只处理了一部分', '照片与现场不符', '留有安全隐患'],
    photos: 'optional',
    addText: '现场照片（可不加）',
  }),
  rate: form('代居民评价', '提交居民的评价', '已记下居民的评价', {
    title: '居民给几颗星？',
    hint: '电话里问居民，照居民说的选',
    placeholder: '居民说的话（可不填）',
  }),
  reopen: form('重新打开', '打开，由原部门接着办', '已重新打开，由原部门接着办', {
    title: '居民说又怎么了？',
    placeholder: '比如“修好三天又不亮了”',
    quick: ['居民反映没有修好', '居民反映修好后又坏了'],
    photos: 'optional',
  }),
  park: form('挂账', '挂账并公开理由', '已挂账，到日子会提醒', {
    title: '为什么现在办不了？',
    hint: '理由和复核的日子都会公开',
    placeholder: '缺什么条件，打算怎么办',
    quick: ['需列入年度改造计划', '等待专项资金', '涉及权属，正在协商'],
  }),
  unpark: form('继续办理', '销账，继续办理', '已继续办理', { placeholder: '现在有什么条件了（可不填）' }),
  withdraw: form('撤回', '撤回', '已撤回'),
  merge: form('合并', '并入选中的这件', '已合并', {
    title: '并入哪一件？',
    hint: '这一件不再单独办理；上报和同感的人都转到那一件，照样收到进展、能评价',
    sure: { title: '合并这两件事？', text: '这一件不再单独办理。合错了可以拆分。' },
  }),
  unmerge: form('拆分', '拆分，各办各的', '已拆分', { title: '为什么拆开？', placeholder: '为什么不是同一件事' }),
  handOver: form('交接', '交给这位同事', '已交接', {
    title: '交给谁？',
    hint: inside,
    placeholder: '交代几句（可不填）',
    quick: ['我今天休息，请接着办', '现场已看过，等配件', '居民电话在备注里'],
  }),
  remark: form('内部备注', '记下', '已记下', { hint: inside, placeholder: '给同事看的话' }),
  callBack: form('电话回告', '记下已回告', '已记下', {
    title: '给居民打过电话了？',
    hint: inside,
    placeholder: '居民怎么说',
    quick: ['已告知办理进度，居民知晓', '已告知处理结果，居民满意', '居民不满意，要求再处理', '打了两次没人接'],
  }),
};
