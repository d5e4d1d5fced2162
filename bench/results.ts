import { writeFileSync } from 'node:fs';
import { capacityPart } from './capacity/part.ts';

const isQuick = process.argv.includes('--quick');
const m = await capacityPart.measure({ isQuick });
writeFileSync('/tmp/c-results.md', m.text);
console.log(m.faults);
