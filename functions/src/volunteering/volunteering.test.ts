import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { makeMemoryItems } from '../dynamo/memory-items.ts';
import { makeMemoryActivityStore } from './activity-store.ts';
import { volunteeringCases } from './routes.cases.ts';
import { activityStoreCases } from './stores.cases.ts';

describe('内存里的活动', () => activityStoreCases(async () => makeMemoryActivityStore(makeMemoryItems())));
describe('内存', () => volunteeringCases(() => aService()));
