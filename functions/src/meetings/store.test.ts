import { describe } from 'vitest';
import { attendanceStoreCases } from './attendance-store.cases.ts';
import { makeMemoryAttendanceStore } from './attendance-store.ts';
import { meetingStoreCases } from './store.cases.ts';
import { makeMemoryMeetingStore } from './store.ts';

describe('内存里的会议', () => meetingStoreCases(async () => makeMemoryMeetingStore()));
describe('内存里的签到', () => attendanceStoreCases(async () => makeMemoryAttendanceStore()));
