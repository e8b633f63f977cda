import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage } from './coverage-page';

export const COVERAGE_FILE = join(__dirname, '..', '..', '..', 'docs', 'coverage.md');

if (require.main === module) writeFileSync(COVERAGE_FILE, coveragePage());
