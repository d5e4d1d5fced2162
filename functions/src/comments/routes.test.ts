import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { commentCases } from './comments.cases.ts';

describe('内存', () => commentCases(() => aService()));
