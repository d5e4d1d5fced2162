import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { moderationCases } from './moderation.cases.ts';

describe('内存', () => moderationCases(() => aService()));
