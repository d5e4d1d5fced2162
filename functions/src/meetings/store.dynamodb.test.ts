import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { attendanceStoreCases } from './attendance-store.cases.ts';
import { makeDynamoAttendanceStore } from './attendance-store.ts';
import { meetingStoreCases } from './store.cases.ts';
import { makeDynamoMeetingStore } from './store.ts';

const table = () => freshTable('deliberations');
describe('DynamoDB 里的会议', () => meetingStoreCases(async () => makeDynamoMeetingStore(await table())));
describe('DynamoDB 里的签到', () => attendanceStoreCases(async () => makeDynamoAttendanceStore(await table())));
