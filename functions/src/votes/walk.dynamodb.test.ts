import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { walkCases } from './walk.cases.ts';

walkCases(aServiceOnDynamodb, 3);
