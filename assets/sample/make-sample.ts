import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSampleWorkbook } from './sample-workbook';

/** Writes the sample workbook beside this folder: `npm run sample`. */
const target = join(__dirname, '..', 'kelan-sample.xlsx');

void makeSampleWorkbook().then((bytes) => {
  writeFileSync(target, bytes);
  console.log(`kelan-sample.xlsx: ${bytes.length} bytes`);
});
