import { describe, expect, it } from 'vitest';
import { saidIn } from './content.ts';

describe('填了什么', () => {
  it('没填的不发，填了的照原样', () => {
    expect(saidIn({ note: ' ', photoIds: [], departmentId: undefined, stage: 0 })).toEqual({ stage: 0 });
    expect(saidIn({ note: ' 好了 ' })).toEqual({ note: ' 好了 ' });
  });
});
