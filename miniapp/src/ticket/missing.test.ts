import { describe, expect, it } from 'vitest';
import { missingOf, waitingFor } from './missing.ts';

const photoIds = [`med_${'1'.repeat(26)}`] as const;

describe('还缺什么', () => {
  it('缺什么说什么，都有了就不说', () => {
    expect(missingOf('resolve', { note: '好了' })).toContain('照片');
    expect(missingOf('resolve', { photoIds, note: ' ' })).toContain('写一句');
    expect(missingOf('resolve', { photoIds, note: '好了' })).toBeUndefined();
    expect(missingOf('rate', {})).toContain('星');
    expect(missingOf('dispatch', {})).toContain('部门');
    expect(missingOf('return', { note: '不归我们' })).toContain('哪一类');
    expect(missingOf('park', { note: '没有经费' })).toContain('哪一天');
    expect(missingOf('merge', {})).toContain('哪一件');
    expect(missingOf('handOver', {})).toContain('交给谁');
    expect(missingOf('confirm', {})).toBeUndefined();
  });

  it('吹哨要有牵头、有协办，每个协办都写明做什么', () => {
    const departmentId = 'dep_wuye';
    const task = (text: string, id: 'dep_chengguan' | 'dep_wuye' = 'dep_chengguan') => ({
      departmentId: id,
      task: text,
    });
    expect(missingOf('joint', { supporting: [task('清杂物')] })).toContain('部门');
    expect(missingOf('joint', { departmentId })).toContain('协办');
    expect(missingOf('joint', { departmentId, supporting: [task('  ')] })).toContain('做什么');
    expect(missingOf('joint', { departmentId, supporting: [task('清杂物', 'dep_wuye')] })).toContain('牵头');
    expect(missingOf('joint', { departmentId, supporting: [task('清杂物')] })).toBeUndefined();
  });

  it('授权写了一半不能派', () => {
    const departmentId = 'dep_juwei';
    expect(missingOf('dispatch', { departmentId, authorisation: { document: '12 号', means: '' } })).toContain('授权');
    expect(
      missingOf('dispatch', { departmentId, authorisation: { document: '12 号', means: '2 人' } }),
    ).toBeUndefined();
  });

  it('照片没好之前不能提交', () => {
    expect(waitingFor([{ state: 'ready' }, { state: 'processing' }])).toContain('上传');
    expect(waitingFor([{ state: 'ready' }, { state: 'failed' }])).toContain('重试');
    expect(waitingFor([])).toBeUndefined();
  });
});
