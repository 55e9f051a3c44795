import { readFileSync } from 'node:fs';
import { benchReading } from './bench/reading.ts';
import { renderTable } from './bench/table.ts';
import { makeBodies } from './bench/bodies.ts';
const form = readFileSync('.github/ISSUE_TEMPLATE/candidate.yml','utf8');
for (const n of [1000,60000]) { const b = makeBodies(form, 47, n); console.log(Math.min(...b.map(x=>x.length)), Math.max(...b.map(x=>x.length))); }
console.log(renderTable(await benchReading(form, 300)));
